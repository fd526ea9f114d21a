using System.Security.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keystore;

/// <summary>
/// Keys in Web3 Secret Storage, version 3, the format of geth, cast and the others: AES-128-CTR and a Keccak MAC under a key derived from a
/// password. Written with scrypt; read with scrypt or PBKDF2. Opening one takes about a second and 256 MiB at the standard cost: not for a
/// thread that must answer. A file protects backups, as far as the password goes; whoever has both has the key.
/// </summary>
public static class KeystoreFile
{
    /// <summary>The JSON text of <paramref name="key"/> under <paramref name="password"/> (as UTF-8; it may be empty).</summary>
    /// <param name="key">The key.</param>
    /// <param name="password">The password.</param>
    /// <param name="parameters">Cost; null for <see cref="ScryptParameters.Standard"/>.</param>
    public static byte[] Encrypt(PrivateKey key, ReadOnlySpan<char> password, ScryptParameters? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> secret = stackalloc byte[PrivateKey.Length];
        key.ExportTo(secret);
        var json = Encrypt(secret, key.Address, password, parameters);
        CryptographicOperations.ZeroMemory(secret);
        return json;
    }

    /// <summary>As <see cref="Encrypt(PrivateKey, ReadOnlySpan{char}, ScryptParameters?)"/>, for any 32-byte secret; no address is named.</summary>
    public static byte[] EncryptSecret(ReadOnlySpan<byte> secret, ReadOnlySpan<char> password, ScryptParameters? parameters = null)
    {
        if (secret.Length != KeystoreJson.KeyLength)
        {
            throw new ArgumentException($"A secret has {KeystoreJson.KeyLength} bytes, not {secret.Length}.", nameof(secret));
        }

        return Encrypt(secret, null, password, parameters);
    }

    /// <summary>Opens a keystore. Throws <see cref="KeystoreException"/>.</summary>
    public static PrivateKey Decrypt(ReadOnlyMemory<byte> json, ReadOnlySpan<char> password)
    {
        Span<byte> secret = stackalloc byte[PrivateKey.Length];
        var content = KeystoreJson.Read(json);
        KeystoreCipher.Decrypt(content, password, secret);
        var valid = PrivateKey.TryCreate(secret, out var key);
        CryptographicOperations.ZeroMemory(secret);
        if (!valid || (content.Address is { } address && address != key!.Address))
        {
            key?.Dispose();
            throw new KeystoreException(KeystoreFailure.WrongKey, "The keystore holds another key than that of the address it names, or none.");
        }

        return key!;
    }

    /// <summary>Opens what <see cref="EncryptSecret"/> wrote into the 32 bytes of <paramref name="secret"/>. Throws <see cref="KeystoreException"/>.</summary>
    public static void DecryptSecret(ReadOnlyMemory<byte> json, ReadOnlySpan<char> password, Span<byte> secret)
    {
        if (secret.Length != KeystoreJson.KeyLength)
        {
            throw new ArgumentException($"A secret has {KeystoreJson.KeyLength} bytes, not {secret.Length}.", nameof(secret));
        }

        KeystoreCipher.Decrypt(KeystoreJson.Read(json), password, secret);
    }

    /// <summary>The address that a keystore names, without a password; null where it names none. Throws <see cref="KeystoreException"/>.</summary>
    public static Address? AddressOf(ReadOnlyMemory<byte> json) => KeystoreJson.Read(json).Address;

    /// <summary>
    /// Puts <paramref name="json"/> at <paramref name="path"/>, readable and writable by the owner only. It is there whole or not at all,
    /// also after a power cut in between. Throws <see cref="IOException"/> where a file is there already: a key is never overwritten.
    /// </summary>
    public static void Write(string path, ReadOnlySpan<byte> json)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, OwnerOnly()))
            {
                stream.Write(json);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: false);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a keystore's text; <see cref="KeystoreException"/> where it is too large to be one, <see cref="IOException"/> where it cannot be read.</summary>
    public static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var buffer = new byte[KeystoreJson.LongestFile + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= KeystoreJson.LongestFile
            ? buffer[..length]
            : throw new KeystoreException(KeystoreFailure.TooLarge, $"A keystore has at most {KeystoreJson.LongestFile} bytes.");
    }

    private static byte[] Encrypt(ReadOnlySpan<byte> secret, Address? address, ReadOnlySpan<char> password, ScryptParameters? parameters)
    {
        var cost = parameters ?? ScryptParameters.Standard;
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        return KeystoreJson.Write(KeystoreCipher.Encrypt(secret, address, password, cost), cost, AsVersion4(id));
    }

    /// <summary>RFC 9562, 5.4: random, but for version and variant.</summary>
    private static Guid AsVersion4(Guid random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
