using System.Security.Cryptography;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>.NET's HMAC-SHA256.</summary>
internal sealed class HostHmac : IHmac
{
    public byte[] Compute(byte[] key, byte[] message) => HMACSHA256.HashData(key, message);
}
