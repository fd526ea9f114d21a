using System.Buffers.Text;
using System.Security.Cryptography;

namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>Makes passwords that nobody types: 24 random bytes as 32 letters, digits, '-' and '_'.</summary>
internal static class BrokerPassword
{
    private const int Length = 24;

    public static string Generate() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
}
