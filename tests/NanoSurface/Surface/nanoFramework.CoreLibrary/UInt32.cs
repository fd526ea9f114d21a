// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct UInt32
    {
        public override extern string ToString();
    }
}
