using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Quarantine.Messages.Nodes;

/// <summary>
/// What makes a board a certain node of a certain house. <see cref="Encode"/> gives the record that goes to the node's flash as
/// <c>node.json</c>; the format and the limits of each field are those of firmware/Core/README.md.
/// </summary>
public sealed record NodeProvisioning
{
    /// <summary>Name of the record in the node's storage.</summary>
    public const string FileName = "node.json";

    /// <summary>Name of the PEM file beside it: the certificate of the authority of the house's broker.</summary>
    public const string AuthorityFileName = "ca.pem";

    /// <summary>Names of the two copies of the boot counter, which start as <see cref="FreshCounter"/>.</summary>
    public static readonly IReadOnlyList<string> CounterFileNames = ["boot-a", "boot-b"];

    /// <summary>1 to 32 of a-z, 0-9 and '-'.</summary>
    public required string House { get; init; }

    /// <summary>1 to 32 of a-z, 0-9 and '-'.</summary>
    public required string Node { get; init; }

    /// <summary>What is fitted, each once, at least one.</summary>
    public required IReadOnlyList<SensorKind> Sensors { get; init; }

    /// <summary>Host name or address of the house's broker.</summary>
    public required string Broker { get; init; }

    /// <summary>1 to 65,535. Default 8883.</summary>
    public int Port { get; init; } = 8883;

    /// <summary>Default true; the authority's certificate is a file of its own.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Default false: mains.</summary>
    public bool OnBattery { get; init; }

    /// <summary>The node's user name at the broker; empty (default) for none.</summary>
    public string User { get; init; } = "";

    /// <summary>Printable ASCII without quotation mark and backslash; never logged.</summary>
    public string Password { get; init; } = "";

    /// <summary>How long a motion sensor's output must be low until motion ends. 0 to 10 min, default 5 s.</summary>
    public TimeSpan MotionHold { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a motion sensor is not believed after power-up. 0 to 10 min, default 1 min.</summary>
    public TimeSpan MotionWarmUp { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>0 to 20,000, default 2,400.</summary>
    public int LowBatteryMillivolts { get; init; } = 2_400;

    /// <summary>Whether the node announces itself to Home Assistant. Default true.</summary>
    public bool HomeAssistant { get; init; } = true;

    /// <summary>Name of the board, at most 64 characters; empty (default) where it does not matter.</summary>
    public string Board { get; init; } = "";

    /// <summary>Content of a boot counter's copy for a node that has never started: 8 bytes value, 4 bytes CRC-32 of them (IEEE 802.3).</summary>
    public static byte[] FreshCounter()
    {
        var content = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(8), 0x6522DF69);
        return content;
    }

    /// <summary>The record with a node's key: a secret. Throws <see cref="ArgumentException"/> with the name of a field that is wrong.</summary>
    public byte[] Encode(NodeKey key)
    {
        Validate();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("house", House);
            json.WriteString("node", Node);
            json.WriteString("key", key.Export());
            json.WriteString("sensors", string.Join(',', Sensors.Select(SensorKindName.Of)));
            json.WriteString("power", OnBattery ? "battery" : "mains");
            WritePlain(json, "broker", Broker);
            json.WriteNumber("port", Port);
            json.WriteNumber("tls", Tls ? 1 : 0);
            WritePlain(json, "user", User);
            WritePlain(json, "password", Password);
            json.WriteNumber("motion-hold", (int)MotionHold.TotalMilliseconds);
            json.WriteNumber("motion-warm-up", (int)MotionWarmUp.TotalMilliseconds);
            json.WriteNumber("low-battery", LowBatteryMillivolts);
            json.WriteNumber("home-assistant", HomeAssistant ? 1 : 0);
            WritePlain(json, "board", Board);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The node's reader knows no escapes, so that signs like '+' and '&lt;' go as they are.</summary>
    private static void WritePlain(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Encoding.UTF8.GetBytes($"\"{value}\""));
    }

    private static bool IsPlain(string text, int maximum) =>
        text.Length <= maximum && text.All(letter => letter is >= ' ' and <= '~' and not ('"' or '\\'));

    private static void Require(bool condition, string name, string complaint)
    {
        if (!condition)
        {
            throw new ArgumentException($"Node setting {name} {complaint}.", name);
        }
    }

    private void Validate()
    {
        Require(NodeTopic.IsId(House), nameof(House), "must be 1 to 32 of a-z, 0-9 and '-'");
        Require(NodeTopic.IsId(Node), nameof(Node), "must be 1 to 32 of a-z, 0-9 and '-'");
        Require(Sensors.Count > 0 && Sensors.All(Enum.IsDefined) && Sensors.Distinct().Count() == Sensors.Count, nameof(Sensors), "must name each fitted sensor once");
        Require(IsPlain(Broker, 253) && Broker.Length > 0, nameof(Broker), "must be a host name or address");
        Require(Port is >= 1 and <= 65_535, nameof(Port), "must lie in 1..65535");
        Require(IsPlain(User, 256), nameof(User), "must be at most 256 printable ASCII characters without \" and \\");
        Require(IsPlain(Password, 256), nameof(Password), "must be at most 256 printable ASCII characters without \" and \\");
        Require(User.Length > 0 || Password.Length == 0, nameof(User), "must be set where Password is");
        Require(MotionHold >= TimeSpan.Zero && MotionHold <= TimeSpan.FromMinutes(10), nameof(MotionHold), "must lie in 0..10 min");
        Require(MotionWarmUp >= TimeSpan.Zero && MotionWarmUp <= TimeSpan.FromMinutes(10), nameof(MotionWarmUp), "must lie in 0..10 min");
        Require(LowBatteryMillivolts is >= 0 and <= 20_000, nameof(LowBatteryMillivolts), "must lie in 0..20000 mV");
        Require(IsPlain(Board, 64), nameof(Board), "must be at most 64 printable ASCII characters without \" and \\");
    }
}
