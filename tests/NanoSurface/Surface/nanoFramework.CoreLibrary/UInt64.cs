// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct UInt64
    {
        public override extern string ToString();
    }
}
