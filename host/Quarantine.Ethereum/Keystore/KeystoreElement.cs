using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keystore;

/// <summary>A value in a keystore; what has not the expected form throws <see cref="KeystoreException"/> with the member's name.</summary>
internal readonly struct KeystoreElement(JsonElement element, string name = "keystore")
{
    internal KeystoreElement Member(string member) => Optional(member) ?? throw Malformed($"has no {member}");

    internal KeystoreElement? Optional(string member)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Malformed("is not an object");
        }

        return element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? new KeystoreElement(value, member) : null;
    }

    internal long Number() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) ? number : throw Malformed("is not a whole number");

    internal string Text() => element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Malformed("is not a text");

    internal byte[] Bytes(int least, int most) =>
        Hex.TryDecode(Text(), out byte[]? bytes) && bytes.Length >= least && bytes.Length <= most
            ? bytes
            : throw Malformed($"is not {least} to {most} bytes of hexadecimal digits");

    internal void Expect(string supported)
    {
        if (Text() != supported)
        {
            throw new KeystoreException(KeystoreFailure.Unsupported, $"Only the {name} {supported} is read.");
        }
    }

    private KeystoreException Malformed(string fault) => new(KeystoreFailure.Malformed, $"In the keystore, {name} {fault}.");
}
