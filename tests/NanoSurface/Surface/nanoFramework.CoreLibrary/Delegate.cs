// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public abstract class Delegate
    {
        public static extern Delegate Combine(Delegate a, Delegate b);
        public static extern Delegate Remove(Delegate source, Delegate value);
    }
}
