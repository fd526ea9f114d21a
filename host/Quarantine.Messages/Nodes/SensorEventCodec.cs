using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Quarantine.Messages.Nodes;

/// <summary>
/// A sensor event as the JSON object that its node publishes: <c>v</c> (1), <c>node</c>, <c>boot</c>, <c>seq</c>, <c>up</c>, <c>sent</c>,
/// <c>kind</c>, <c>value</c> (always a string) and <c>mac</c>, over <c>v|house|node|boot|seq|up|sent|kind|value</c>. At most 512 bytes.
/// </summary>
public static class SensorEventCodec
{
    private const int MaximumMillivolts = 20_000;

    /// <summary>Ten years of uptime in milliseconds: no time that is computed from it leaves the calendar.</summary>
    private const ulong MaximumUp = 10UL * 366 * 86_400_000;

    /// <summary>Reads and authenticates an event that came on the topic of <paramref name="node"/>.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8, NodeKey key, string house, string node, [NotNullWhen(true)] out SensorEvent? sensorEvent, out EventRejection rejection)
    {
        sensorEvent = null;
        rejection = EventRejection.Malformed;
        var json = NodeJson.Read(utf8, "v", "node", "boot", "seq", "up", "sent", "kind", "value", "mac");
        if (json?.Number("v", 0, ulong.MaxValue) is not { } version)
        {
            return false;
        }

        if (version != 1)
        {
            rejection = EventRejection.Version;
            return false;
        }

        if (Build(json) is not { } read || json.Text("mac") is not { } mac)
        {
            return false;
        }

        rejection = read.Node != node ? EventRejection.ForeignNode
            : !key.IsAuthentic(MacText(house, read), mac) ? EventRejection.Mac
            : EventRejection.None;
        sensorEvent = rejection == EventRejection.None ? read : null;
        return rejection == EventRejection.None;
    }

    /// <summary>The JSON that a node with this key publishes.</summary>
    public static byte[] Encode(SensorEvent sensorEvent, NodeKey key, string house) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"v":1,"node":"{{sensorEvent.Node}}","boot":{{sensorEvent.Boot}},"seq":{{sensorEvent.Sequence}},"up":{{sensorEvent.UpMilliseconds}},"sent":{{sensorEvent.SentMilliseconds}},"kind":"{{SensorKindName.Of(sensorEvent.Kind)}}","value":"{{ValueText(sensorEvent.Kind, sensorEvent.Value)}}","mac":"{{key.Authenticate(MacText(house, sensorEvent))}}"}"""));

    /// <summary>A value's text in an event of its kind.</summary>
    public static string ValueText(SensorKind kind, int value) => kind switch
    {
        SensorKind.Door => value == 0 ? "closed" : "open",
        SensorKind.Help => "pressed",
        SensorKind.Battery => value.ToString(CultureInfo.InvariantCulture),
        _ => value == 0 ? "off" : "on",
    };

    private static string MacText(string house, SensorEvent e) => string.Create(
        CultureInfo.InvariantCulture,
        $"1|{house}|{e.Node}|{e.Boot}|{e.Sequence}|{e.UpMilliseconds}|{e.SentMilliseconds}|{SensorKindName.Of(e.Kind)}|{ValueText(e.Kind, e.Value)}");

    private static SensorEvent? Build(NodeJson json)
    {
        var kind = SensorKindName.Read(json.Text("kind"));
        var up = json.Number("up", 0, MaximumUp);
        var sent = json.Number("sent", 0, MaximumUp);
        return kind is not null && json.Text("node") is { } node && NodeTopic.IsId(node) && up <= sent
            && json.Number("boot", 0, uint.MaxValue) is { } boot
            && json.Number("seq", 1, uint.MaxValue) is { } seq
            && ReadValue(kind.Value, json.Text("value")) is { } value
            ? new SensorEvent(node, (uint)boot, (uint)seq, up.Value, sent.Value, kind.Value, value)
            : null;
    }

    private static int? ReadValue(SensorKind kind, string? text) => (kind, text) switch
    {
        (SensorKind.Door, "open") => 1,
        (SensorKind.Door, "closed") => 0,
        (SensorKind.Help, "pressed") => 1,
        (SensorKind.MotionInside or SensorKind.MotionOutside or SensorKind.Tamper, "on") => 1,
        (SensorKind.MotionInside or SensorKind.MotionOutside or SensorKind.Tamper, "off") => 0,
        (SensorKind.Battery, not null) => ReadMillivolts(text),
        _ => null,
    };

    /// <summary>Only the shortest decimal form: the text is part of what the code authenticates.</summary>
    private static int? ReadMillivolts(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= MaximumMillivolts
        && string.Equals(text, value.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? value
            : null;
}
