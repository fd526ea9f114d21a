using System.Security.Cryptography;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>The desktop's HMAC for the core.</summary>
internal sealed class SystemHmac : IHmac
{
    public byte[] Compute(byte[] key, byte[] message) => HMACSHA256.HashData(key, message);
}
