// nanoFramework.CoreLibrary 1.17.11
namespace System.Threading
{
    public abstract class WaitHandle : MarshalByRefObject
    {
        public virtual extern bool WaitOne();
        public virtual extern bool WaitOne(int millisecondsTimeout, bool exitContext);
    }
}
