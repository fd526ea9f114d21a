// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct TimeSpan
    {
        public const long TicksPerMillisecond = 10000;
        public const long TicksPerSecond = TicksPerMillisecond * 1000;
        public extern TimeSpan(long ticks);
    }
}
