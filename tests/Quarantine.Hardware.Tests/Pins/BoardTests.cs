using System.Text.Json;
using Quarantine.Hardware.Outputs;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Tests.Pins;

public sealed class BoardTests
{
    /// <summary>DFRobot's page of DFR0654: its digital pins, and the four analogue inputs of the arduino-esp32 variant.</summary>
    private static readonly int[] FireBeetle = [0, 1, 2, 3, 4, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 25, 26, 34, 35, 36, 39];

    [Fact]
    public void Headers_OfTheDevKitC_HoldEveryPinOfTheModuleOnce()
    {
        var board = Hardware.Map.FindBoard("esp32-devkitc")!;
        var holes = board.LeftPins.Concat(board.RightPins).Select(pin => pin.Gpio).OfType<int>().Order();

        Assert.Equal(19, board.Left.Count);
        Assert.Equal(19, board.Right.Count);
        Assert.Equal(Hardware.Map.Chip.Pins.Select(pin => pin.Gpio).Except([37, 38]), holes);
    }

    [Fact]
    public void Headers_OfTheFireBeetle_HoldThePinsOfItsMaker()
    {
        var board = Hardware.Map.FindBoard("firebeetle-2")!;

        Assert.Equal(18, board.Left.Count);
        Assert.Equal(14, board.Right.Count);
        Assert.Equal(FireBeetle, board.LeftPins.Concat(board.RightPins).Select(pin => pin.Gpio).OfType<int>().Distinct().Order());
        Assert.Equal(2, board.HolesOf(21).Count());
    }

    [Theory]
    [InlineData("VP=36", "VP", 36)]
    [InlineData("GND", "GND", null)]
    public void Parse_OfAHole_GivesLabelAndGpio(string text, string label, int? gpio) =>
        Assert.Equal(new HeaderPin("J2", 3, label, gpio), HeaderPin.Parse("J2", 3, text));

    [Theory]
    [InlineData("\"defaultBoard\"", "\"defaultBord\"")]
    [InlineData("\"gpio\": 32", "\"gpio\": \"32\"")]
    [InlineData("\"why\"", "\"because\"")]
    [InlineData("\"title\": \"Help button\",", "")]
    public void Read_MapWithASlip_IsRefused(string text, string slip)
    {
        var json = Hardware.Files.Read(RepositoryFiles.PinMapPath);
        Assert.Contains(text, json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => PinMapReader.Read(json.Replace(text, slip, StringComparison.Ordinal)));
    }
}
