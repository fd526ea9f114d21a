// nanoFramework.CoreLibrary 1.17.11
namespace System.Diagnostics
{
    public static class Debug
    {
        public static extern void WriteLine(string message);
    }
}
