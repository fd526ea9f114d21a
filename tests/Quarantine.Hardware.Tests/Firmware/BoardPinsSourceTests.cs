using System.Globalization;
using System.Text.RegularExpressions;
using Quarantine.Hardware.Firmware;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Firmware;

public sealed partial class BoardPinsSourceTests
{
    [Fact]
    public void Of_TheMap_GivesEveryBoardItsPins()
    {
        var source = BoardPinsSource.Of(Hardware.Map);
        foreach (var board in Hardware.Map.Boards)
        {
            var arguments = ArgumentsOf(source, board.Name);
            Assert.All(PinRules.FirmwareOrder, signal => Assert.Equal(board.Pins[signal].Gpio, arguments[signal]));
            Assert.Equal(board.Battery.Percent, arguments["batteryDividerPercent"]);
            Assert.Equal(Hardware.Map.Chip.Find(board.Pins["battery"].Gpio)!.FirstAdcChannel, arguments["batteryAdcChannel"]);
        }
    }

    [Fact]
    public void Of_TheMap_KeepsTheConstructorsOrder() => Assert.Equal(
        ["door", "motionInside", "motionOutside", "tamper", "help", "battery", "batteryAdcChannel", "batteryDividerPercent", "ledGreen", "ledRed"],
        ArgumentsOf(BoardPinsSource.Of(Hardware.Map), "firebeetle-2").Keys);

    [Fact]
    public void Of_TheMap_TakesTheDefaultBoardForNoName()
    {
        var source = BoardPinsSource.Of(Hardware.Map with { DefaultBoard = "firebeetle-2" });
        Assert.Contains("case \"\":\n                case \"firebeetle-2\":", source, StringComparison.Ordinal);
        Assert.DoesNotContain("case \"\":\n                case \"esp32-devkitc\":", source, StringComparison.Ordinal);
    }

    private static Dictionary<string, int> ArgumentsOf(string source, string board)
    {
        var block = Regex.Match(source, $@"case ""{board}"":\s+return new BoardPins\((?<arguments>[^)]*)\);", RegexOptions.ExplicitCapture).Groups["arguments"].Value;
        return Argument().Matches(block).ToDictionary(match => match.Groups["name"].Value, match => int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?<name>\w+): (?<value>-?\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Argument();
}
