using System.Security.Cryptography;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The platform's HMAC-SHA256.</summary>
    internal sealed class PlatformHmac : IHmac
    {
        public byte[] Compute(byte[] key, byte[] message)
        {
            return HMACSHA256.HashData(key, message);
        }
    }
}
