using System.Globalization;
using System.Text;
using System.Text.Json;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>
/// A JSON object of texts and whole numbers that has exactly the members expected, each once. Never throws for what it reads: the first
/// fault is in <see cref="Fault"/>, and every value is a default from then on. Not thread-safe.
/// </summary>
internal sealed class FlatJsonObject
{
    /// <summary>Longest text in bytes.</summary>
    public const int MaximumLength = 8 * 1024;

    private readonly Dictionary<string, (JsonTokenType Token, string Text)> _values = new(StringComparer.Ordinal);

    private FlatJsonObject()
    {
    }

    /// <summary>What is wrong, naming the member; null where nothing is.</summary>
    public string? Fault { get; private set; }

    /// <param name="json">UTF-8 text.</param>
    /// <param name="type">What the member <c>type</c> must say, so that one kind of file is not taken for another.</param>
    /// <param name="members">The other members.</param>
    public static FlatJsonObject Read(ReadOnlySpan<byte> json, string type, IReadOnlyCollection<string> members)
    {
        var read = new FlatJsonObject();
        if (json.Length > MaximumLength)
        {
            read.Fail($"it is longer than {MaximumLength} bytes");
            return read;
        }

        read.ReadMembers(json, [.. members, "type"]);
        if (read.Text("type") != type)
        {
            read.Fail($"'type' must be \"{type}\"");
        }

        return read;
    }

    public Bytes32 Word(string name)
    {
        if (Prefixed(name) is { } text && Bytes32.TryParse(text, out var word))
        {
            return word;
        }

        Fail($"'{name}' must be 0x and 64 hexadecimal digits");
        return default;
    }

    public Address Address(string name)
    {
        if (Prefixed(name) is { } text && Ethereum.Primitives.Address.TryParse(text, out var address))
        {
            return address;
        }

        Fail($"'{name}' must be an address with a right checksum");
        return default;
    }

    public Signature Signature(string name)
    {
        Span<byte> bytes = stackalloc byte[Ethereum.Keys.Signature.Length];
        if (Prefixed(name) is { } text && Hex.TryDecode(text, bytes) && Ethereum.Keys.Signature.TryParse(bytes, out var signature))
        {
            return signature;
        }

        Fail($"'{name}' must be a signature: 0x and 130 hexadecimal digits, r, s, v with low s");
        return default;
    }

    public ulong Number(string name)
    {
        if (_values.TryGetValue(name, out var value) && value.Token == JsonTokenType.Number
            && ulong.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fail($"'{name}' must be a whole number of at most 64 bits");
        return default;
    }

    private string? Prefixed(string name) => Text(name) is { } text && text.StartsWith("0x", StringComparison.Ordinal) ? text : null;

    private string? Text(string name) =>
        _values.TryGetValue(name, out var value) && value.Token == JsonTokenType.String ? value.Text : null;

    private void ReadMembers(ReadOnlySpan<byte> json, HashSet<string> expected)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 2 });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Fail("it is not a JSON object");
                return;
            }

            while (Fault is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadMember(ref reader, expected);
            }

            // Throws where anything but white space follows.
            reader.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is not UTF-8, or half a surrogate pair.
            Fail("it is not JSON text");
        }

        if (expected.FirstOrDefault(name => !_values.ContainsKey(name)) is { } missing)
        {
            Fail($"'{missing}' is missing");
        }
    }

    private void ReadMember(ref Utf8JsonReader reader, HashSet<string> expected)
    {
        var name = reader.GetString()!;
        reader.Read();
        if (!expected.Contains(name))
        {
            Fail("it has a member that does not belong there");
        }
        else if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            Fail($"'{name}' must be a text or a number");
        }
        else
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            if (!_values.TryAdd(name, (reader.TokenType, text)))
            {
                Fail($"'{name}' stands there twice");
            }
        }
    }

    private void Fail(string fault) => Fault ??= fault;
}
