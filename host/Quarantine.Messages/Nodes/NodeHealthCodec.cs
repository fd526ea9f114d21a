using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Quarantine.Messages.Nodes;

/// <summary>
/// A node's health as JSON: <c>v</c> (1), <c>node</c>, <c>boot</c>, <c>up</c>, <c>queued</c>, <c>dropped</c>, <c>battery</c> (mV, 0 on mains),
/// <c>faults</c> (bits) and <c>mac</c>, over <c>v|house|node|health|boot|up|queued|dropped|battery|faults</c>.
/// </summary>
public static class NodeHealthCodec
{
    private const ulong MaximumUp = 10UL * 366 * 86_400_000;
    private const int MaximumMillivolts = 20_000;

    public static bool TryParse(
        ReadOnlySpan<byte> utf8, NodeKey key, string house, string node, [NotNullWhen(true)] out NodeHealth? health, out EventRejection rejection)
    {
        health = null;
        rejection = EventRejection.Malformed;
        var json = NodeJson.Read(utf8, "v", "node", "boot", "up", "queued", "dropped", "battery", "faults", "mac");
        if (json?.Number("v", 1, 1) is null || Build(json) is not { } read || json.Text("mac") is not { } mac)
        {
            return false;
        }

        rejection = read.Node != node ? EventRejection.ForeignNode
            : !key.IsAuthentic(MacText(house, read), mac) ? EventRejection.Mac
            : EventRejection.None;
        health = rejection == EventRejection.None ? read : null;
        return rejection == EventRejection.None;
    }

    public static byte[] Encode(NodeHealth health, NodeKey key, string house) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"v":1,"node":"{{health.Node}}","boot":{{health.Boot}},"up":{{health.UpMilliseconds}},"queued":{{health.Queued}},"dropped":{{health.Dropped}},"battery":{{health.BatteryMillivolts}},"faults":{{(int)health.Faults}},"mac":"{{key.Authenticate(MacText(house, health))}}"}"""));

    private static NodeHealth? Build(NodeJson json) =>
        json.Text("node") is { } node && NodeTopic.IsId(node)
        && json.Number("boot", 0, uint.MaxValue) is { } boot
        && json.Number("up", 0, MaximumUp) is { } up
        && json.Number("queued", 0, uint.MaxValue) is { } queued
        && json.Number("dropped", 0, uint.MaxValue) is { } dropped
        && json.Number("battery", 0, MaximumMillivolts) is { } battery
        && json.Number("faults", 0, int.MaxValue) is { } faults
            ? new NodeHealth(node, (uint)boot, up, (uint)queued, (uint)dropped, (int)battery, (NodeFaults)(int)faults)
            : null;

    private static string MacText(string house, NodeHealth health) => string.Create(
        CultureInfo.InvariantCulture,
        $"1|{house}|{health.Node}|health|{health.Boot}|{health.UpMilliseconds}|{health.Queued}|{health.Dropped}|{health.BatteryMillivolts}|{(int)health.Faults}");
}
