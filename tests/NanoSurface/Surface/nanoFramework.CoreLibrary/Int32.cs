// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Int32
    {
        public const int MaxValue = 0x7FFFFFFF;
        public override extern string ToString();
    }
}
