using Quarantine.Firmware.Core;
using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Rules;

public sealed class CircuitRulesTests
{
    [Fact]
    public void Check_OfTheRepository_FindsNothing() => Assert.Empty(CircuitRules.Check(Hardware.Map));

    [Fact]
    public void DebounceMilliseconds_OfTheRules_IsTheFirmwares() => Assert.Equal(ContactSensor.StableMs, CircuitRules.DebounceMilliseconds);

    [Fact]
    public void Check_CapacitorTooLarge_IsSlowerThanTheDebounce() => AssertFault(
        Changed("door", "door", network => network with { Capacitor = new Capacitor("C1", 100) }), "door door: takes", "longer than the debounce");

    [Fact]
    public void Check_CableTooLong_IsSlowerThanTheDebounce() => AssertFault(
        Changed("door", "door", network => network with { CableMetres = 400 }), "door door: takes", "longer than the debounce");

    [Fact]
    public void Check_PullUpTooWeak_IsNoHighLevel() => AssertFault(
        Changed("door", "door", network => network with { PullUp = new Resistor("R1", 22e6), Capacitor = new Capacitor("C1", 0.1) }), "an open contact gives 2.20 V");

    [Fact]
    public void Check_PullUpTooStrongOnABattery_DrawsTooMuch() => AssertFault(
        Changed("door", "door", network => network with { PullUp = new Resistor("R1", 10_000) }), "draws 330 µA in sleep");

    [Fact]
    public void Check_SwitchWithTooLittleCurrent_IsNamed() => AssertFault(
        Changed("door-motion", "tamper", network => network with { PullUp = new Resistor("R3", 10_000) }), "gives S3 330 µA, less than its minimum load");

    [Fact]
    public void Check_SeriesResistorThatStarvesTheDischarge_IsNamed() => AssertFault(
        Changed("door", "tamper", network => network with { Series = new Resistor("R4", 10_000) }), "gives S3 330 µA, less than its minimum load");

    [Fact]
    public void Check_ContactWithoutACapacitor_IsNamed() => AssertFault(
        Changed("help", "help", network => network with { Capacitor = null }), "a contact needs a device, pullUp, series and capacitor");

    [Fact]
    public void Check_PirWithAHeavyPullDown_IsNamed() => AssertFault(
        Changed("door-motion", "motionInside", network => network with { PullDown = new Resistor("R5", 10_000) }), "10 kΩ asks more of the PIR");

    [Fact]
    public void Check_PirWithoutAPullDown_IsNamed() => AssertFault(
        Changed("door-motion", "motionInside", network => network with { PullDown = null }), "a PIR needs");

    [Fact]
    public void Check_LightWithoutAResistor_IsNamed() => AssertFault(
        Changed("help", "ledRed", network => network with { Series = null }), "a light needs");

    [Fact]
    public void Check_PartUsedTwice_IsNamed() => AssertFault(
        Changed("help", "ledRed", network => network with { Series = new Resistor("R9", 1000) }), "help: R9 is used twice");

    [Fact]
    public void Check_SignalConnectedTwice_IsNamed() => AssertFault(
        Hardware.WithVariant("help", variant => variant with { Networks = [.. variant.Networks, new Network("battery")] }), "help: battery is connected twice");

    [Fact]
    public void Check_UnknownSignal_IsNamed() => AssertFault(
        Hardware.WithVariant("help", variant => variant with { Networks = [.. variant.Networks, new Network("siren")] }), "help siren: is no signal");

    [Fact]
    public void Check_BatteryOnMains_IsNamed() => AssertFault(
        Hardware.WithVariant("door-motion", variant => variant with { Networks = [.. variant.Networks, new Network("battery")] }), "a node on mains has no battery");

    [Theory]
    [InlineData(50, 5000, "a full battery is above what the converter measures well")]
    [InlineData(30, 7200, "the divider leaves 32.0 %, not 30")]
    public void Check_DividerThatDoesNotFit_IsNamed(int percent, double maximum, string fault) => AssertFault(
        Hardware.WithBoard("esp32-devkitc", board => board with { Battery = board.Battery with { Percent = percent, MaximumMillivolts = maximum } }), fault);

    private static PinMap Changed(string variant, string signal, Func<Network, Network> change) => Hardware.WithVariant(
        variant, old => old with { Networks = [.. old.Networks.Select(network => network.Signal == signal ? change(network) : network)] });

    private static void AssertFault(PinMap map, params string[] texts) =>
        Assert.Contains(CircuitRules.Check(map), fault => texts.All(text => fault.Contains(text, StringComparison.Ordinal)));
}
