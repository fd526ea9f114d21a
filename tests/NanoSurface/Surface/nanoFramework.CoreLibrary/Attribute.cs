// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public abstract class Attribute
    {
        protected extern Attribute();
    }
}
