using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;

namespace Quarantine.Terminal.Output;

/// <summary>One value of a result: its text for a person, and how it is written as JSON.</summary>
public sealed class FactValue
{
    private readonly Action<Utf8JsonWriter> _json;

    private FactValue(string text, Action<Utf8JsonWriter> json) => (Text, _json) = (text, json);

    /// <summary>Nothing: a dash, and JSON's null.</summary>
    public static FactValue None { get; } = new("-", json => json.WriteNullValue());

    /// <summary>For a person; free of control characters.</summary>
    public string Text { get; }

    /// <summary>A JSON text; what came from a stranger is made fit for the terminal.</summary>
    public static FactValue Of(string? text) => text is null ? None : new(PlainText.Of(text), json => json.WriteStringValue(text));

    public static FactValue Of(ulong number) => new(number.ToString(CultureInfo.InvariantCulture), json => json.WriteNumberValue(number));

    public static FactValue Of(long number) => new(number.ToString(CultureInfo.InvariantCulture), json => json.WriteNumberValue(number));

    /// <summary>yes or no; JSON's true or false.</summary>
    public static FactValue Of(bool flag) => new(flag ? "yes" : "no", json => json.WriteBooleanValue(flag));

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static FactValue Of(DateTimeOffset time) => Of(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>The local day for a person, the slot's number as JSON.</summary>
    public static FactValue OfSlot(ulong slot) =>
        CommunityClock.TryDayOf(slot, out var day) ? Of(slot).Shown(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : Of(slot);

    /// <summary>A community's name, or its id where it has none.</summary>
    public static FactValue OfCommunity(Bytes32 communityId) => Of(CommunityName.Of(communityId));

    /// <summary>Ether for a person, wei as a JSON text since it exceeds what JSON readers count exactly.</summary>
    public static FactValue OfWei(BigInteger wei) =>
        new($"{EtherText.Of(wei)} ETH", json => json.WriteStringValue(wei.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Another text for a person than for a machine.</summary>
    public FactValue Shown(string text) => new(PlainText.Of(text), _json);

    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        _json(json);
    }
}
