using Quarantine.Firmware.Core;
using Quarantine.Messages.Nodes;

namespace Quarantine.Firmware.Tests.Provisioning;

/// <summary>What the gateway's side writes, the node's side reads.</summary>
public sealed class NodeProvisioningTests
{
    private static readonly NodeProvisioning Sample = new()
    {
        House = "house-17",
        Node = "door-1",
        Sensors = [SensorKind.Door, SensorKind.MotionInside, SensorKind.Help],
        Broker = "192.168.1.10",
        User = "door-1",
        Password = "a+b/c=<&>'`|~",
        OnBattery = true,
        MotionHold = TimeSpan.FromSeconds(3),
        Board = "esp32-devkitc",
    };

    [Fact]
    public void Encode_Record_IsReadByTheNode()
    {
        using var key = NodeKey.Generate();

        var record = ProvisioningReader.Read(Sample.Encode(key), out var error);

        Assert.Null(error);
        Assert.Equal((Sample.House, Sample.Node, Sample.Broker, Sample.Port, Sample.User, Sample.Password), (record!.House, record.Node, record.Broker, record.Port, record.User, record.Password));
        Assert.Equal(SensorInput.Door | SensorInput.MotionInside | SensorInput.Help, record.Sensors);
        Assert.Equal((true, true, true, 3000, 60_000, 2400, "esp32-devkitc"), (record.OnBattery, record.Tls, record.HomeAssistant, record.MotionHoldMs, record.MotionWarmUpMs, record.LowBatteryMillivolts, record.Board));
        Assert.Equal(key.Export(), Convert.ToHexStringLower(record.Key));
    }

    [Fact]
    public void FreshCounter_Files_AreThoseThatTheNodeProvisions()
    {
        var storage = FlashStorage.Provisioned();
        Assert.Equal(NodeProvisioning.CounterFileNames.Order(), storage.Files.Keys.Order());
        Assert.All(storage.Files.Values, content => Assert.Equal(NodeProvisioning.FreshCounter(), content));
    }

    public static TheoryData<string, NodeProvisioning> Mistakes => new()
    {
        { "House", Sample with { House = "House" } },
        { "Node", Sample with { Node = "" } },
        { "Sensors", Sample with { Sensors = [] } },
        { "Sensors", Sample with { Sensors = [SensorKind.Door, SensorKind.Door] } },
        { "Broker", Sample with { Broker = "" } },
        { "Port", Sample with { Port = 0 } },
        { "User", Sample with { User = "" } },
        { "Password", Sample with { Password = "a\"b" } },
        { "Password", Sample with { Password = "a\\b" } },
        { "MotionHold", Sample with { MotionHold = TimeSpan.FromHours(1) } },
        { "MotionWarmUp", Sample with { MotionWarmUp = TimeSpan.FromSeconds(-1) } },
        { "LowBatteryMillivolts", Sample with { LowBatteryMillivolts = 20_001 } },
        { "Board", Sample with { Board = "ü" } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Encode_Mistake_NamesTheField(string field, NodeProvisioning mistaken)
    {
        using var key = NodeKey.Generate();
        var complaint = Assert.Throws<ArgumentException>(field, () => mistaken.Encode(key));
        Assert.DoesNotContain(Sample.Password, complaint.Message, StringComparison.Ordinal);
    }
}
