// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Boolean
    {
        public override extern string ToString();
    }
}
