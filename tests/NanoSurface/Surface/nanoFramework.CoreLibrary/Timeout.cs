// nanoFramework.CoreLibrary 1.17.11
namespace System.Threading
{
    public static class Timeout
    {
        public const int Infinite = -1;
    }
}
