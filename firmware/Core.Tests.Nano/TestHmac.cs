using System.Security.Cryptography;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>The platform's HMAC.</summary>
    public sealed class TestHmac : IHmac
    {
        public byte[] Compute(byte[] key, byte[] message)
        {
            return HMACSHA256.HashData(key, message);
        }
    }
}
