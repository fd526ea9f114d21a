// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Byte
    {
        public override extern string ToString();
    }
}
