namespace Quarantine.Hardware.Tests.Pins;

/// <summary>The pin map's chip against what Espressif says: ESP-IDF's GPIO guide for the ESP32, and the data sheet's strapping pins.</summary>
public sealed class ChipTests
{
    private static readonly int[] Existing = [.. Enumerable.Range(0, 20), 21, 22, 23, 25, 26, 27, .. Enumerable.Range(32, 8)];

    private static readonly (int Gpio, int Rtc)[] RtcPins =
    [
        (0, 11), (2, 12), (4, 10), (12, 15), (13, 14), (14, 16), (15, 13), (25, 6), (26, 7), (27, 17), (32, 9), (33, 8), (34, 4), (35, 5), (36, 0), (37, 1), (38, 2), (39, 3),
    ];

    private static readonly (int Gpio, string Channel)[] AdcPins =
    [
        (36, "ADC1_CH0"), (37, "ADC1_CH1"), (38, "ADC1_CH2"), (39, "ADC1_CH3"), (32, "ADC1_CH4"), (33, "ADC1_CH5"), (34, "ADC1_CH6"), (35, "ADC1_CH7"),
        (4, "ADC2_CH0"), (0, "ADC2_CH1"), (2, "ADC2_CH2"), (15, "ADC2_CH3"), (13, "ADC2_CH4"), (12, "ADC2_CH5"), (14, "ADC2_CH6"), (27, "ADC2_CH7"), (25, "ADC2_CH8"), (26, "ADC2_CH9"),
    ];

    [Fact]
    public void Pins_OfTheMap_AreThe34OfTheChip() => Assert.Equal(Existing, Hardware.Map.Chip.Pins.Select(pin => pin.Gpio));

    [Fact]
    public void Output_OfTheMap_IsMissingFrom34To39Only() =>
        Assert.Equal(Enumerable.Range(34, 6), Hardware.Map.Chip.Pins.Where(pin => !pin.Output).Select(pin => pin.Gpio));

    [Fact]
    public void Rtc_OfTheMap_IsEspressifs() =>
        Assert.Equal(RtcPins, Hardware.Map.Chip.Pins.Where(pin => pin.Rtc is not null).Select(pin => (pin.Gpio, pin.Rtc!.Value)));

    [Fact]
    public void Adc_OfTheMap_IsEspressifs() =>
        Assert.Equal(AdcPins.Order(), Hardware.Map.Chip.Pins.Where(pin => pin.Adc is not null).Select(pin => (pin.Gpio, pin.Adc!)).Order());

    [Fact]
    public void Strap_OfTheMap_IsTheLevelOfANormalStart() =>
        Assert.Equal([(0, "high"), (2, "low"), (5, "high"), (12, "low"), (15, "high")], Hardware.Map.Chip.Pins.Where(pin => pin.Strap is not null).Select(pin => (pin.Gpio, pin.Strap!)));

    [Fact]
    public void Strap_OfTheMap_AgreesWithTheChipsOwnPull() =>
        Assert.All(Hardware.Map.Chip.Pins.Where(pin => pin.Strap is not null), pin => Assert.Equal(pin.Strap == "high" ? "pull-up" : "pull-down", pin.Reset));

    [Fact]
    public void Reserved_OfTheMap_IsFlashAndSerialPort() =>
        Assert.Equal([1, 3, .. Enumerable.Range(6, 6)], Hardware.Map.Chip.Pins.Where(pin => pin.Reserved is not null).Select(pin => pin.Gpio));

    [Theory]
    [InlineData(35, 7)]
    [InlineData(36, 0)]
    [InlineData(25, null)]
    [InlineData(18, null)]
    public void FirstAdcChannel_OfAPin_IsThatOfUnitOne(int gpio, int? channel) => Assert.Equal(channel, Hardware.Map.Chip.Find(gpio)!.FirstAdcChannel);
}
