// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct UInt16
    {
        public override extern string ToString();
    }
}
