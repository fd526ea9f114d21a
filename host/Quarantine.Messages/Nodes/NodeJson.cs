using System.Text.Json;

namespace Quarantine.Messages.Nodes;

/// <summary>Reads the flat JSON objects of nodes: strings and unsigned numbers, each member once, none unknown.</summary>
internal sealed class NodeJson
{
    private const int MaximumLength = 512;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> _numbers = new(StringComparer.Ordinal);

    /// <summary>Null unless the bytes are one object with exactly these members.</summary>
    public static NodeJson? Read(ReadOnlySpan<byte> utf8, params string[] members)
    {
        if (utf8.Length > MaximumLength)
        {
            return null;
        }

        var json = new NodeJson();
        try
        {
            var reader = new Utf8JsonReader(utf8);
            return json.TryRead(ref reader, members) && json._texts.Count + json._numbers.Count == members.Length ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A string that is not UTF-8, or half a surrogate pair.
            return null;
        }
    }

    public string? Text(string name) => _texts.GetValueOrDefault(name);

    public ulong? Number(string name, ulong least, ulong most) =>
        _numbers.TryGetValue(name, out var number) && number >= least && number <= most ? number : null;

    private bool TryRead(ref Utf8JsonReader reader, scoped ReadOnlySpan<string> members)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (members.IndexOf(name) < 0 || !reader.Read() || !TryAdd(ref reader, name))
            {
                return false;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read();
    }

    private bool TryAdd(ref Utf8JsonReader reader, string name)
    {
        if (_texts.ContainsKey(name) || _numbers.ContainsKey(name))
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            _texts.Add(name, reader.GetString()!);
            return true;
        }

        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetUInt64(out var number))
        {
            return false;
        }

        _numbers.Add(name, number);
        return true;
    }
}
