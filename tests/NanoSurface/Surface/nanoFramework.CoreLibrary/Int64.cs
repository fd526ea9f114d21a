// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Int64
    {
        public const long MaxValue = 0x7FFFFFFFFFFFFFFF;
        public override extern string ToString();
    }
}
