// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public struct RuntimeTypeHandle
    {
    }
}
