// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct Int16
    {
        public override extern string ToString();
    }
}
