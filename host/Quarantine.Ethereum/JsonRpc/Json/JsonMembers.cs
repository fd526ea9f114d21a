using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>
/// Walks through the members of the object on whose start a reader stands, and notes which were seen: each that is required must be there, and
/// once only.
/// </summary>
internal struct JsonMembers
{
    private const int LongestName = 32;

    private int _seen;
    private bool _started;
    private bool _complete;

    /// <summary>Of the member on whose value the reader stands; empty for a name longer than any that matters.</summary>
    internal string Name { get; private set; }

    /// <summary>Goes to the next member's value; false at the object's end, and where there is no object.</summary>
    internal bool TryNext(ref Utf8JsonReader reader)
    {
        if (!_started && reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        _started = true;
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            _complete = true;
            return false;
        }

        Name = reader.ValueSpan.Length <= LongestName ? reader.GetString()! : string.Empty;
        return reader.Read();
    }

    /// <summary>Notes the required member with this bit; false where it was there before.</summary>
    internal bool Require(int bit)
    {
        var first = (_seen & bit) == 0;
        _seen |= bit;
        return first;
    }

    /// <summary>Passes over a value; true.</summary>
    internal static bool Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    /// <summary>Whether the object was read to its end, with all required members.</summary>
    internal readonly bool Has(int bits) => _complete && _seen == bits;
}
