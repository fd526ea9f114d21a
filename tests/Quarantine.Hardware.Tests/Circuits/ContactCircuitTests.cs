using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Tests.Circuits;

public sealed class ContactCircuitTests
{
    private static readonly Network Weak = new(
        "door", PullUp: new Resistor("R1", 1e6), Series: new Resistor("R2", 1000), Capacitor: new Capacitor("C1", 10), CableMetres: 0.5);

    [Fact]
    public void Of_AWeakPullUp_IsWhatPaperGives()
    {
        var circuit = ContactCircuit.Of(Hardware.Map.Chip, Weak);

        Assert.Equal(3.3, circuit.ClosedMicroamperes, 6);
        // 1.001 MΩ x 10 nF + 1 MΩ x 0.5 m x 100 pF/m
        Assert.Equal(10.06, circuit.RiseMilliseconds, 6);
        // ln 4 time constants to three quarters of the supply
        Assert.Equal(10.06 * 1.386_294_361, circuit.ToHighMilliseconds, 6);
        // 50 nA through 1.001 MΩ
        Assert.Equal(3300 - 50.05, circuit.OpenMillivolts, 6);
        Assert.Equal(3.3, circuit.PeakMilliamperes, 6);
        // 3 MΩ over 1 MΩ leave three quarters
        Assert.Equal(3e6, circuit.MinimumLeakOhms, 3);
    }

    [Fact]
    public void Of_NetworkWithoutACapacitor_Throws() =>
        Assert.Throws<ArgumentException>(() => ContactCircuit.Of(Hardware.Map.Chip, Weak with { Capacitor = null }));

    [Theory]
    [InlineData(330, "330 Ω")]
    [InlineData(3300, "3.3 kΩ")]
    [InlineData(470_000, "470 kΩ")]
    [InlineData(1_000_000, "1 MΩ")]
    public void Ohms_OfAResistor_IsAsPrintedOnBills(double ohms, string text) => Assert.Equal(text, Quantity.Ohms(ohms));

    [Theory]
    [InlineData(3.3, "3.3 µA")]
    [InlineData(330, "330 µA")]
    [InlineData(1000, "1 mA")]
    [InlineData(4062.5, "4.06 mA")]
    public void Microamperes_OfACurrent_HasThreeDigits(double current, string text) => Assert.Equal(text, Quantity.Microamperes(current));
}
