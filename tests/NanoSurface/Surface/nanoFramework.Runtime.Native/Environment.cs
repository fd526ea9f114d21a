// nanoFramework.Runtime.Native 1.7.11
namespace System
{
    public static class Environment
    {
        public static extern long TickCount64 { get; }
    }
}
