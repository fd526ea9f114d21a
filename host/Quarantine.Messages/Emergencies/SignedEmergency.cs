using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;
using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Messages.Emergencies;

/// <summary>
/// An emergency as it is sealed: the content padded to one of a few sizes, so that the length tells little, and the account key's signature.
/// Layout: version u8 = 1, source u8, time i64 (Unix ms), community 32, gateway 20, issuedAt u64, expiresAt u64, officer signature 65,
/// three texts (length u16, UTF-8), zero fill, account signature 65.
/// </summary>
public static class SignedEmergency
{
    private const byte Version = 1;
    private static readonly int[] Sizes = [512, 1024, 2560];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly TypedDataType Type = new("Emergency(bytes32 content)");

    /// <summary>Signs as the gateway that the house number names.</summary>
    public static byte[] Encode(EmergencyContent content, TypedDataDomain domain, PrivateKey account)
    {
        if (!content.IsWellFormed())
        {
            throw new ArgumentException("A text is too long, is missing, or has control characters.", nameof(content));
        }

        var body = Pad(Write(content));
        return [.. body, .. account.Sign(Digest(domain, body)).ToArray()];
    }

    /// <summary>
    /// Reads an emergency and says whether the account key of its house number signed it; false where it is malformed or somebody else did.
    /// Whether the house number itself holds is the caller's to check.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, TypedDataDomain domain, [NotNullWhen(true)] out EmergencyContent? content)
    {
        content = null;
        if (!Sizes.Contains(bytes.Length - Signature.Length))
        {
            return false;
        }

        var body = bytes[..^Signature.Length];
        if (!TryRead(body, out var read) || !read.IsWellFormed() || !Signature.TryParse(bytes[^Signature.Length..], out var signature)
            || !signature.IsBy(read.HouseNumber.HouseNumber.Gateway, Digest(domain, body)))
        {
            return false;
        }

        content = read;
        return true;
    }

    private static Bytes32 Digest(TypedDataDomain domain, ReadOnlySpan<byte> body) => domain.Digest(Type.Hash(Keccak256.Hash(body)));

    private static List<byte> Write(EmergencyContent content)
    {
        var number = content.HouseNumber.HouseNumber;
        List<byte> bytes = [Version, (byte)content.Source];
        Append(bytes, unchecked((ulong)content.Time.ToUnixTimeMilliseconds()));
        bytes.AddRange(number.CommunityId.ToArray());
        bytes.AddRange(number.Gateway.ToArray());
        Append(bytes, number.IssuedAt);
        Append(bytes, number.ExpiresAt);
        bytes.AddRange(content.HouseNumber.OfficerSignature.ToArray());
        foreach (var text in (string[])[content.Name, content.Phone, content.Symptoms])
        {
            var utf8 = Utf8.GetBytes(text);
            bytes.Add((byte)(utf8.Length >> 8));
            bytes.Add((byte)utf8.Length);
            bytes.AddRange(utf8);
        }

        return bytes;
    }

    private static void Append(List<byte> bytes, ulong value)
    {
        Span<byte> encoded = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(encoded, value);
        bytes.AddRange(encoded);
    }

    private static byte[] Pad(List<byte> bytes)
    {
        var padded = new byte[Sizes.First(size => size >= bytes.Count)];
        bytes.CopyTo(padded);
        return padded;
    }

    private static bool TryRead(ReadOnlySpan<byte> body, [NotNullWhen(true)] out EmergencyContent? content)
    {
        content = null;
        var source = (EmergencySource)body[1];
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(body[2..]);
        if (body[0] != Version || milliseconds < 0 || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        var number = new VirtualHouseNumber(
            new Bytes32(body.Slice(10, 32)),
            new Address(body.Slice(42, 20)),
            BinaryPrimitives.ReadUInt64BigEndian(body[62..]),
            BinaryPrimitives.ReadUInt64BigEndian(body[70..]));
        var texts = body[143..];
        if (!Signature.TryParse(body.Slice(78, Signature.Length), out var officer)
            || !TryReadText(ref texts, out var name)
            || !TryReadText(ref texts, out var phone)
            || !TryReadText(ref texts, out var symptoms)
            || texts.ContainsAnyExcept((byte)0))
        {
            return false;
        }

        content = new EmergencyContent(
            name, phone, symptoms, source, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), new SignedHouseNumber(number, officer));
        return true;
    }

    private static bool TryReadText(ref ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        if (bytes.Length < 2)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (length > bytes.Length - 2 || !System.Text.Unicode.Utf8.IsValid(bytes.Slice(2, length)))
        {
            return false;
        }

        text = Utf8.GetString(bytes.Slice(2, length));
        bytes = bytes[(2 + length)..];
        return true;
    }
}
