using System.Globalization;
using System.Text;

namespace Quarantine.Messages.Nodes;

/// <summary>
/// Commands to a node, as JSON authenticated by its key. Acknowledgement: <c>v</c> (1), <c>cmd</c> (<c>ack</c>), <c>boot</c>, <c>seq</c>,
/// <c>mac</c> over <c>v|house|node|ack|boot|seq</c>. LED: <c>v</c>, <c>cmd</c> (<c>led</c>), <c>value</c>, <c>id</c> (higher than any before),
/// <c>mac</c> over <c>v|house|node|led|value|id</c>.
/// </summary>
public static class NodeCommandCodec
{
    /// <summary>Every event of the boot up to <paramref name="sequence"/> is stored, or known to be lost.</summary>
    public static byte[] Acknowledge(NodeKey key, string house, string node, uint boot, uint sequence)
    {
        var mac = key.Authenticate(string.Create(CultureInfo.InvariantCulture, $"1|{house}|{node}|ack|{boot}|{sequence}"));
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$"""{"v":1,"cmd":"ack","boot":{{boot}},"seq":{{sequence}},"mac":"{{mac}}"}"""));
    }

    /// <summary>Sets the LED.</summary>
    public static byte[] SetLed(NodeKey key, string house, string node, LedState state, ulong id)
    {
        var value = state.ToString().ToLowerInvariant();
        var mac = key.Authenticate(string.Create(CultureInfo.InvariantCulture, $"1|{house}|{node}|led|{value}|{id}"));
        return Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $$"""{"v":1,"cmd":"led","value":"{{value}}","id":{{id}},"mac":"{{mac}}"}"""));
    }
}
