// nanoFramework.CoreLibrary 1.17.11
namespace System.Threading
{
    public static class Monitor
    {
        public static extern void Enter(object obj);
        public static extern void Exit(object obj);
    }
}
