using Quarantine.Firmware.Core;
using Quarantine.Firmware.Node;
using Pins = Quarantine.Firmware.Node.Boards;

namespace Quarantine.Firmware.Tests.Boards;

public sealed class BoardPinsTests
{
    /// <summary>ADC1 of the ESP32: channel by GPIO (ESP32 datasheet, table of pins).</summary>
    private static readonly Dictionary<int, int> Adc1 = new() { [36] = 0, [37] = 1, [38] = 2, [39] = 3, [32] = 4, [33] = 5, [34] = 6, [35] = 7 };

    /// <summary>GPIOs that reach the RTC and so can wake the ESP32.</summary>
    private static readonly int[] Rtc = [0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39];

    private static readonly string[] Known = ["esp32-devkitc", "firebeetle-2"];

    public static TheoryData<string> Names => [.. Known];

    [Fact]
    public void For_UnknownBoard_IsNull() => Assert.Null(Pins.For("esp8266"));

    [Fact]
    public void For_DefaultBoard_IsKnown() => Assert.NotNull(Pins.For(Pins.Default));

    [Theory]
    [MemberData(nameof(Names))]
    public void For_KnownBoard_UsesEachPinOnce(string name)
    {
        var fitted = Used(Pins.For(name)).Where(pin => pin != BoardPins.None).ToList();
        Assert.Equal(fitted.Count, fitted.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void For_KnownBoard_WakesByPinsThatReachTheRtc(string name)
    {
        var pins = Pins.For(name);
        Assert.All(new[] { pins.Door, pins.Tamper, pins.Help }.Where(pin => pin != BoardPins.None), pin => Assert.Contains(pin, Rtc));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void For_KnownBoard_MeasuresTheBatteryOnItsAdc1Channel(string name)
    {
        var pins = Pins.For(name);
        if (pins.Battery != BoardPins.None)
        {
            Assert.Equal(Adc1[pins.Battery], pins.BatteryAdcChannel);
            Assert.InRange(pins.BatteryDividerPercent, 1, 100);
        }
    }

    /// <summary>A board without a usable record blinks by the default board's LEDs, whatever board it is.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void For_KnownBoard_HasNoInputOnTheDefaultBoardsLeds(string name)
    {
        var leds = Pins.For(Pins.Default);
        var pins = Pins.For(name);
        var inputs = new[] { pins.Door, pins.MotionInside, pins.MotionOutside, pins.Tamper, pins.Help, pins.Battery };
        Assert.DoesNotContain(leds.LedGreen, inputs);
        Assert.DoesNotContain(leds.LedRed, inputs);
    }

    [Fact]
    public void Has_InputWithoutPin_IsFalse()
    {
        var pins = new BoardPins(1, 2, BoardPins.None, 4, 5, 6, 7, 50, 8, 9);
        Assert.True(pins.Has(SensorInput.All & ~SensorInput.MotionOutside));
        Assert.False(pins.Has(SensorInput.Door | SensorInput.MotionOutside));
        Assert.Equal([1, 2, -1, 4, 5, 6], new[] { SensorInput.Door, SensorInput.MotionInside, SensorInput.MotionOutside, SensorInput.Tamper, SensorInput.Help, SensorInput.Battery }.Select(pins.Of));
    }

    private static IEnumerable<int> Used(BoardPins pins) =>
        [pins.Door, pins.MotionInside, pins.MotionOutside, pins.Tamper, pins.Help, pins.Battery, pins.LedGreen, pins.LedRed];
}
