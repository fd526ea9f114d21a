using System.Security.Cryptography;

namespace Quarantine.Ethereum.Keystore;

/// <summary>How a keystore's key follows from the password: scrypt, or PBKDF2 with HMAC-SHA-256.</summary>
internal abstract record KeyDerivation(ReadOnlyMemory<byte> Salt)
{
    /// <summary>Fills <paramref name="key"/>.</summary>
    internal abstract void Derive(ReadOnlySpan<byte> password, Span<byte> key);

    internal sealed record ByScrypt(ReadOnlyMemory<byte> Salt, ScryptParameters Parameters) : KeyDerivation(Salt)
    {
        internal override void Derive(ReadOnlySpan<byte> password, Span<byte> key) => Scrypt.Derive(password, Salt.Span, Parameters, key);
    }

    internal sealed record ByPbkdf2(ReadOnlyMemory<byte> Salt, int Iterations) : KeyDerivation(Salt)
    {
        /// <summary>The usual number is 262,144.</summary>
        internal const int MostIterations = 10_000_000;

        internal override void Derive(ReadOnlySpan<byte> password, Span<byte> key) =>
            Rfc2898DeriveBytes.Pbkdf2(password, Salt.Span, key, Iterations, HashAlgorithmName.SHA256);
    }
}
