using System.Text.Json;

namespace Quarantine.Firmware.Tests.Messages;

/// <summary>The discovery document against the fields that Home Assistant documents for the MQTT device form.</summary>
public sealed class DiscoveryMessageTests
{
    private static readonly string[] RootFields = ["dev", "o", "cmps", "availability", "qos"];
    private static readonly string[] BinarySensorFields = ["p", "name", "unique_id", "device_class", "payload_on", "payload_off", "value_template", "state_topic", "expire_after"];
    private static readonly string[] SensorFields = ["p", "name", "unique_id", "device_class", "unit_of_measurement", "state_class", "value_template", "state_topic", "expire_after"];
    private static readonly string[] DeviceClasses = ["door", "motion", "tamper", "battery", "voltage", "problem"];

    [Fact]
    public void Build_AllSensors_HoldsDocumentedFieldsOnlyAndUniqueIds()
    {
        using var bench = new Bench();
        bench.Connect();
        var (topic, document) = Published(bench);

        Assert.Equal($"homeassistant/device/{Bench.Node}/config", topic);
        Assert.Equal(RootFields.Order(), document.EnumerateObject().Select(f => f.Name).Order());
        var components = document.GetProperty("cmps").EnumerateObject().ToList();
        Assert.Equal(["battery", "door", "motion_inside", "motion_outside", "problem", "tamper", "voltage"], components.Select(c => c.Name).Order());
        Assert.Equal(components.Count, components.Select(c => c.Value.GetProperty("unique_id").GetString()).Distinct().Count());
        foreach (var component in components)
        {
            var allowed = component.Value.GetProperty("p").GetString() == "sensor" ? SensorFields : BinarySensorFields;
            Assert.All(component.Value.EnumerateObject(), field => Assert.Contains(field.Name, allowed));
            Assert.Contains(component.Value.GetProperty("device_class").GetString(), DeviceClasses);
            Assert.Equal($"quarantine/v1/{Bench.House}/{Bench.Node}/state", component.Value.GetProperty("state_topic").GetString());
        }
    }

    [Fact]
    public void Build_EveryTemplate_ReadsAFieldOfTheState()
    {
        using var bench = new Bench();
        bench.Core.SetBattery(3000, 0);
        bench.Connect();
        var (_, document) = Published(bench);
        var state = JsonDocument.Parse(bench.Radio.On("state").Last()).RootElement;

        foreach (var component in document.GetProperty("cmps").EnumerateObject())
        {
            var value = state.GetProperty(component.Name);
            Assert.Equal($"{{{{ value_json.{component.Name} }}}}", component.Value.GetProperty("value_template").GetString());
            if (component.Value.TryGetProperty("payload_on", out var on))
            {
                Assert.Contains(value.GetString(), new[] { on.GetString(), component.Value.GetProperty("payload_off").GetString() });
            }
        }
    }

    [Fact]
    public void Build_Availability_IsTheWillsTopicAndPayloads()
    {
        using var bench = new Bench();
        bench.Connect();
        var (_, document) = Published(bench);

        var availability = document.GetProperty("availability").EnumerateArray().Single();
        Assert.Equal(bench.Radio.Will.Topic, availability.GetProperty("topic").GetString());
        Assert.Equal(bench.Radio.Will.Payload, availability.GetProperty("payload_not_available").GetString());
        Assert.Equal("online", availability.GetProperty("payload_available").GetString());
        Assert.Contains(bench.Radio.Sent, p => p.Topic == bench.Radio.Will.Topic && p.Text == "online" && p.Retain);
    }

    [Fact]
    public void Build_DoorOnly_NamesNothingElse()
    {
        using var bench = new Bench(sensors: "door");
        bench.Connect();
        var (_, document) = Published(bench);

        Assert.Equal(["door", "problem"], document.GetProperty("cmps").EnumerateObject().Select(c => c.Name).Order());
    }

    private static (string Topic, JsonElement Document) Published(Bench bench)
    {
        var publication = Assert.Single(bench.Radio.Sent, p => p.Topic.StartsWith("homeassistant/", StringComparison.Ordinal));
        Assert.True(publication.Retain);
        return (publication.Topic, JsonDocument.Parse(publication.Text).RootElement);
    }
}
