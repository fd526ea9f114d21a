// nanoFramework.CoreLibrary 1.17.11
using System.Reflection;

namespace System
{
    public abstract class Type : MemberInfo
    {
        public static extern Type GetTypeFromHandle(RuntimeTypeHandle handle);
    }
}
