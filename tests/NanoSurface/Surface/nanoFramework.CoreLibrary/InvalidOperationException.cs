// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public class InvalidOperationException : SystemException
    {
        public extern InvalidOperationException(string message);
    }
}
