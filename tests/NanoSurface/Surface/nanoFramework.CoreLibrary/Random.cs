// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public class Random
    {
        public extern Random();
        public virtual extern int Next(int maxValue);
    }
}
