using System.Security.Cryptography;
using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keystore;

/// <summary>Encrypts and decrypts 32-byte secrets as Web3 Secret Storage does.</summary>
internal static class KeystoreCipher
{
    private const int SaltLength = 32;

    internal static KeystoreContent Encrypt(ReadOnlySpan<byte> secret, Address? address, ReadOnlySpan<char> password, ScryptParameters parameters)
    {
        var derivation = new KeyDerivation.ByScrypt(RandomNumberGenerator.GetBytes(SaltLength), parameters);
        var iv = RandomNumberGenerator.GetBytes(Aes128Ctr.BlockLength);
        var ciphertext = secret.ToArray();
        Span<byte> key = stackalloc byte[KeystoreJson.KeyLength];
        Derive(derivation, password, key);
        Aes128Ctr.Apply(key[..Aes128Ctr.KeyLength], iv, ciphertext);
        var mac = Mac(key, ciphertext);
        CryptographicOperations.ZeroMemory(key);
        return new KeystoreContent(address, iv, ciphertext, mac, derivation);
    }

    internal static void Decrypt(KeystoreContent content, ReadOnlySpan<char> password, Span<byte> secret)
    {
        Span<byte> key = stackalloc byte[KeystoreJson.KeyLength];
        Span<byte> expected = stackalloc byte[Bytes32.Length];
        Span<byte> actual = stackalloc byte[Bytes32.Length];
        Derive(content.Derivation, password, key);
        content.Mac.CopyTo(expected);
        Mac(key, content.Ciphertext.Span).CopyTo(actual);
        if (!CryptographicOperations.FixedTimeEquals(expected, actual))
        {
            CryptographicOperations.ZeroMemory(key);
            throw new KeystoreException(KeystoreFailure.WrongPassword, "The password is wrong, or the keystore was altered.");
        }

        content.Ciphertext.Span.CopyTo(secret);
        Aes128Ctr.Apply(key[..Aes128Ctr.KeyLength], content.Iv.Span, secret);
        CryptographicOperations.ZeroMemory(key);
    }

    private static void Derive(KeyDerivation derivation, ReadOnlySpan<char> password, Span<byte> key)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(password)];
        Encoding.UTF8.GetBytes(password, bytes);
        try
        {
            derivation.Derive(bytes, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static Bytes32 Mac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> ciphertext)
    {
        Span<byte> preimage = stackalloc byte[KeystoreJson.KeyLength - Aes128Ctr.KeyLength + KeystoreJson.KeyLength];
        key[Aes128Ctr.KeyLength..].CopyTo(preimage);
        ciphertext.CopyTo(preimage[Aes128Ctr.KeyLength..]);
        var mac = Keccak256.Hash(preimage);
        CryptographicOperations.ZeroMemory(preimage);
        return mac;
    }
}
