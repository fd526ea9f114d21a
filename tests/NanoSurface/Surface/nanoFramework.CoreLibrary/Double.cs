// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Double
    {
        public override extern string ToString();
    }
}
