// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public sealed class ParamArrayAttribute : Attribute
    {
        public extern ParamArrayAttribute();
    }
}
