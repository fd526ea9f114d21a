using System.Security.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Keystore;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.Gateway.Keys;

/// <summary>The gateway's keystore files.</summary>
public static class GatewayKeystore
{
    /// <summary>Makes a seed, and writes it and the account key under one password; files that are there already are never replaced.</summary>
    public static GatewayKeys Create(GatewayFiles files, ReadOnlySpan<char> password, ScryptParameters cost)
    {
        files.CreateDirectory();
        using var seed = GatewaySeed.Generate(RandomSource.System);
        Span<byte> secret = stackalloc byte[GatewaySeed.Length];
        try
        {
            seed.Export(secret);
            var keys = GatewayKeys.Derive(seed);
            KeystoreFile.Write(files.Seed, KeystoreFile.EncryptSecret(secret, password, cost));
            KeystoreFile.Write(files.Account, KeystoreFile.Encrypt(keys.Account, password, cost));
            return keys;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Opens the seed and derives the keys; throws <see cref="KeystoreException"/>.</summary>
    public static GatewayKeys Open(GatewayFiles files, ReadOnlySpan<char> password)
    {
        Span<byte> secret = stackalloc byte[GatewaySeed.Length];
        try
        {
            KeystoreFile.DecryptSecret(KeystoreFile.Read(files.Seed), password, secret);
            using var seed = new GatewaySeed(secret);
            return GatewayKeys.Derive(seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
