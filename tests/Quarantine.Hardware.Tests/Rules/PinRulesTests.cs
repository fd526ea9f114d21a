using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Rules;

public sealed class PinRulesTests
{
    [Fact]
    public void Check_OfTheRepository_FindsNothing() => Assert.Empty(PinRules.Check(Hardware.Map));

    [Theory]
    [InlineData("esp32-devkitc", "door", 12, "strapping pin that must be low at reset: high at reset gives the flash 1.8 V")]
    [InlineData("esp32-devkitc", "tamper", 0, "strapping pin that must be high at reset")]
    [InlineData("esp32-devkitc", "ledGreen", 15, "strapping pin that must be high at reset")]
    [InlineData("esp32-devkitc", "ledRed", 34, "is input only")]
    [InlineData("esp32-devkitc", "battery", 27, "has no channel of ADC1")]
    [InlineData("esp32-devkitc", "help", 21, "is no RTC pin")]
    [InlineData("esp32-devkitc", "door", 23, "is no RTC pin")]
    [InlineData("esp32-devkitc", "motionInside", 9, "is in use (flash)")]
    [InlineData("esp32-devkitc", "motionOutside", 1, "is in use (serial port: flashing and log)")]
    [InlineData("esp32-devkitc", "door", 36, "false edges")]
    [InlineData("esp32-devkitc", "tamper", 32, "GPIO32 is given to door and tamper")]
    [InlineData("esp32-devkitc", "tamper", 4, "is pulled down after reset, stronger than 1 MΩ")]
    [InlineData("esp32-devkitc", "tamper", 20, "GPIO20 does not exist")]
    [InlineData("esp32-devkitc", "door", 38, "is on no header")]
    [InlineData("firebeetle-2", "door", 32, "is on no header")]
    [InlineData("firebeetle-2", "help", 27, "carries the board's user button")]
    [InlineData("firebeetle-2", "help", 34, "carries the board's battery divider")]
    public void Check_SignalOnAPinThatCannot_IsNamed(string board, string signal, int gpio, string fault) =>
        Assert.Contains(PinRules.Check(Hardware.Moved(board, signal, gpio)), found => found.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("ledGreen", 2)]
    [InlineData("ledRed", 12)]
    public void Check_LightOnAStrappingPinThatItPullsTheRightWay_IsAllowed(string signal, int gpio) =>
        Assert.DoesNotContain(PinRules.Check(Hardware.Moved("esp32-devkitc", signal, gpio)), fault => fault.Contains("strapping", StringComparison.Ordinal));

    [Fact]
    public void Check_SignalWithoutAPin_IsNamed()
    {
        var map = Hardware.WithBoard("firebeetle-2", board => board with { Pins = board.Pins.Where(pin => pin.Key != "help").ToDictionary(StringComparer.Ordinal) });
        Assert.Contains("firebeetle-2: help has no pin", PinRules.Check(map));
    }

    [Fact]
    public void Check_UnknownDefaultBoard_IsNamed() =>
        Assert.Contains("defaultBoard: nano is none of the boards", PinRules.Check(Hardware.Map with { DefaultBoard = "nano" }));

    [Fact]
    public void Check_SignalsInAnotherOrder_IsNamed() =>
        Assert.Contains(PinRules.Check(Hardware.Map with { Signals = [.. Hardware.Map.Signals.Reverse()] }), fault => fault.StartsWith("signals: must be door, motionInside", StringComparison.Ordinal));

    [Fact]
    public void Check_AnySinglePinOfAnyBoard_ChangesTheVerdictOnlyWhereARuleSays()
    {
        // Every free move of one signal to one pin: no rule may throw, and the pins that pass must all be able to do what is asked.
        foreach (var board in Hardware.Map.Boards)
        {
            foreach (var (signal, gpio) in board.Pins.Keys.SelectMany(signal => Enumerable.Range(0, 40).Select(gpio => (signal, gpio))))
            {
                if (PinRules.Check(Hardware.Moved(board.Name, signal, gpio)).Count == 0)
                {
                    AssertCan(Hardware.Map.FindSignal(signal)!, Hardware.Map.Chip.Find(gpio)!);
                }
            }
        }
    }

    private static void AssertCan(Signal signal, ChipPin pin)
    {
        Assert.Null(pin.Reserved);
        Assert.True(pin.Output || signal.Kind != Signal.Led);
        Assert.True(pin.Rtc is not null || !signal.Wakes);
        Assert.True(pin.Adc?.StartsWith("ADC1", StringComparison.Ordinal) == true || signal.Kind != Signal.Battery);
    }
}
