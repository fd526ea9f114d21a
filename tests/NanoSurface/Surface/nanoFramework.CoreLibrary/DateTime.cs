// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct DateTime
    {
        public static readonly DateTime UnixEpoch;
        public static extern DateTime UtcNow { get; }
        public extern long Ticks { get; }
        public extern DateTime AddSeconds(double value);
    }
}
