using System.Buffers;
using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keystore;

/// <summary>The JSON form of Web3 Secret Storage, version 3.</summary>
internal static class KeystoreJson
{
    internal const int Version = 3;
    internal const int KeyLength = 32;

    /// <summary>Far above any real keystore, which has about 500 bytes.</summary>
    internal const int LongestFile = 64 << 10;

    private const int LongestSalt = 256;

    internal static KeystoreContent Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > LongestFile)
        {
            throw new KeystoreException(KeystoreFailure.TooLarge, $"A keystore has at most {LongestFile} bytes.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return Read(new KeystoreElement(document.RootElement));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new KeystoreException(KeystoreFailure.Malformed, "The keystore is not well-formed JSON.", e);
        }
    }

    internal static byte[] Write(KeystoreContent content, ScryptParameters parameters, Guid id)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version"u8, Version);
            writer.WriteString("id"u8, id);
            if (content.Address is { } address)
            {
                WriteHex(writer, "address"u8, address.ToArray());
            }

            writer.WriteStartObject("crypto"u8);
            WriteCipher(writer, content);
            WriteScrypt(writer, content.Derivation.Salt.Span, parameters);
            WriteHex(writer, "mac"u8, content.Mac.ToArray());
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static KeystoreContent Read(KeystoreElement root)
    {
        if (root.Member("version").Number() != Version)
        {
            throw new KeystoreException(KeystoreFailure.Unsupported, "Only version 3 of Web3 Secret Storage is read.");
        }

        // Early writers spelled it with a capital.
        var crypto = root.Optional("crypto") ?? root.Member("Crypto");
        crypto.Member("cipher").Expect("aes-128-ctr");
        return new KeystoreContent(
            ReadAddress(root),
            crypto.Member("cipherparams").Member("iv").Bytes(Aes128Ctr.BlockLength, Aes128Ctr.BlockLength),
            crypto.Member("ciphertext").Bytes(KeyLength, KeyLength),
            new Bytes32(crypto.Member("mac").Bytes(Bytes32.Length, Bytes32.Length)),
            ReadDerivation(crypto));
    }

    private static Address? ReadAddress(KeystoreElement root) =>
        root.Optional("address") is { } address ? new Address(address.Bytes(Address.Length, Address.Length)) : null;

    private static KeyDerivation ReadDerivation(KeystoreElement crypto)
    {
        var parameters = crypto.Member("kdfparams");
        var salt = parameters.Member("salt").Bytes(0, LongestSalt);
        if (parameters.Member("dklen").Number() != KeyLength)
        {
            throw new KeystoreException(KeystoreFailure.Unsupported, "Only derived keys of 32 bytes are read.");
        }

        return crypto.Member("kdf").Text() switch
        {
            "scrypt" => ReadScrypt(parameters, salt),
            "pbkdf2" => ReadPbkdf2(parameters, salt),
            _ => throw new KeystoreException(KeystoreFailure.Unsupported, "Only the key derivations scrypt and pbkdf2 are read."),
        };
    }

    private static KeyDerivation.ByScrypt ReadScrypt(KeystoreElement parameters, byte[] salt)
    {
        var (n, r, p) = (parameters.Member("n").Number(), parameters.Member("r").Number(), parameters.Member("p").Number());
        return ScryptParameters.IsAcceptable(n, r, p)
            ? new KeyDerivation.ByScrypt(salt, new ScryptParameters((int)n, (int)r, (int)p))
            : throw new KeystoreException(KeystoreFailure.TooExpensive, $"scrypt with N = {n}, r = {r}, p = {p} is not valid or not affordable.");
    }

    private static KeyDerivation.ByPbkdf2 ReadPbkdf2(KeystoreElement parameters, byte[] salt)
    {
        parameters.Member("prf").Expect("hmac-sha256");
        var iterations = parameters.Member("c").Number();
        return iterations is >= 1 and <= KeyDerivation.ByPbkdf2.MostIterations
            ? new KeyDerivation.ByPbkdf2(salt, (int)iterations)
            : throw new KeystoreException(KeystoreFailure.TooExpensive, $"PBKDF2 with {iterations} iterations is not valid or not affordable.");
    }

    private static void WriteCipher(Utf8JsonWriter writer, KeystoreContent content)
    {
        writer.WriteString("cipher"u8, "aes-128-ctr"u8);
        writer.WriteStartObject("cipherparams"u8);
        WriteHex(writer, "iv"u8, content.Iv.Span);
        writer.WriteEndObject();
        WriteHex(writer, "ciphertext"u8, content.Ciphertext.Span);
    }

    private static void WriteScrypt(Utf8JsonWriter writer, ReadOnlySpan<byte> salt, ScryptParameters parameters)
    {
        writer.WriteString("kdf"u8, "scrypt"u8);
        writer.WriteStartObject("kdfparams"u8);
        writer.WriteNumber("dklen"u8, KeyLength);
        writer.WriteNumber("n"u8, parameters.N);
        writer.WriteNumber("r"u8, parameters.R);
        writer.WriteNumber("p"u8, parameters.P);
        WriteHex(writer, "salt"u8, salt);
        writer.WriteEndObject();
    }

    /// <summary>Without <c>0x</c>, as all others write it.</summary>
    private static void WriteHex(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlySpan<byte> bytes) =>
        writer.WriteString(name, Convert.ToHexStringLower(bytes));
}
