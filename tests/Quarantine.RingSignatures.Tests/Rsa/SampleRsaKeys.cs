using System.Security.Cryptography;
using Quarantine.RingSignatures.Rsa;

namespace Quarantine.RingSignatures.Tests.Rsa;

/// <summary>RSA keys take long to make: all tests share these, which nothing changes.</summary>
internal static class SampleRsaKeys
{
    private static readonly Lazy<RSA[]> All = new(() => [.. Enumerable.Range(0, 8).AsParallel().Select(_ => Create())]);

    /// <summary>The first few, ascending by modulus.</summary>
    internal static RSA[] Take(int count) =>
        [.. All.Value.Take(count).OrderBy(key => Convert.ToHexString(key.ExportParameters(includePrivateParameters: false).Modulus!), StringComparer.Ordinal)];

    private static RSA Create()
    {
        var key = RSA.Create(RsaRingPublicKey.Length * 8);

        // .NET makes the key on its first use.
        key.ExportParameters(includePrivateParameters: false);
        return key;
    }
}
