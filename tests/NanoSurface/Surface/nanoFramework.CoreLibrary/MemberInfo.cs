// nanoFramework.CoreLibrary 1.17.11
namespace System.Reflection
{
    public abstract class MemberInfo
    {
    }
}
