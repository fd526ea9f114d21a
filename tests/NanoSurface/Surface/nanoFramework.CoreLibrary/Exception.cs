// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public class Exception
    {
        public extern Exception();
        public extern Exception(string message);
        public extern Exception(string message, Exception innerException);
        public virtual extern string Message { get; }
        public override extern string ToString();
    }
}
