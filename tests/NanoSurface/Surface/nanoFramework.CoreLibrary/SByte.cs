// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct SByte
    {
        public override extern string ToString();
    }
}
