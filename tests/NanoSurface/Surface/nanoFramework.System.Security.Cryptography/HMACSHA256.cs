// nanoFramework.System.Security.Cryptography 1.0.43
namespace System.Security.Cryptography
{
    public class HMACSHA256 : IDisposable
    {
        public extern HMACSHA256(byte[] key);
        public static extern byte[] HashData(byte[] key, byte[] source);
        public extern void Dispose();
    }
}
