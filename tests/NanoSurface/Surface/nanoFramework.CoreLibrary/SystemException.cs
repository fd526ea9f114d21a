// nanoFramework.CoreLibrary 1.17.11
namespace System
{
    public class SystemException : Exception
    {
        public extern SystemException();
        public extern SystemException(string message);
    }
}
