// nanoFramework.CoreLibrary 1.17.11
namespace System.Threading
{
    public delegate void ThreadStart();
}
