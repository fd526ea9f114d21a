// nanoFramework.CoreLibrary 1.17.11
namespace System.Threading
{
    public sealed class Thread
    {
        public extern Thread(ThreadStart start);
        public extern ThreadPriority Priority { get; set; }
        public extern void Start();
        public static extern void Sleep(int millisecondsTimeout);
    }
}
