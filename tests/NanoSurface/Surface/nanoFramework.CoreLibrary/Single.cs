// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Single
    {
        public override extern string ToString();
    }
}
