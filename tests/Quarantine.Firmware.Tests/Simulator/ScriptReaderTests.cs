using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Simulator;
using Quarantine.Firmware.Simulator.Scripts;

namespace Quarantine.Firmware.Tests.Simulator;

public sealed class ScriptReaderTests
{
    [Fact]
    public void Read_EachSensor_GivesItsLines()
    {
        string[] lines =
        [
            "offset_ms,sensor,value", "# a comment", "", "0,door,open", "0,door,closed", "10,motion-inside,on", "10,motion-inside,off", "20,motion-outside,on",
            "20,motion-outside,off", "30,tamper,on", "30,tamper,off", "40,help,pressed", "50,battery,3100", "60,network,off", "60,network,on", "70,power,off", "70,power,on",
        ];
        var script = ScriptReader.Read(lines, "s.csv");

        Assert.Equal(14, script.Count);
        Assert.Equal((TimeSpan.FromMilliseconds(50), "battery 3100"), (script[9].Offset, script[9].Text));
    }

    [Theory]
    [InlineData("door,open")]
    [InlineData("-1,door,open")]
    [InlineData("1.5,door,open")]
    [InlineData("0,door,ajar")]
    [InlineData("0,window,open")]
    [InlineData("0,battery,many")]
    [InlineData("0,battery,20001")]
    [InlineData("99999999999999999999,door,open")]
    [InlineData("0;door;open")]
    public void Read_WrongLine_NamesFileAndLine(string line)
    {
        var complaint = Assert.Throws<SimulationException>(() => ScriptReader.Read(["0,door,open", line], "s.csv"));
        Assert.StartsWith("s.csv, line 2:", complaint.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OffsetsThatGoBack_NamesTheLine() =>
        Assert.StartsWith("s.csv, line 2:", Assert.Throws<SimulationException>(() => ScriptReader.Read(["5,door,open", "4,door,closed"], "s.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AnyText_ThrowsNothingElse() => Prop.ForAll<NonNull<string>>(text =>
    {
        try
        {
            _ = ScriptReader.Read(text.Get.Split('\n'), "s.csv");
        }
        catch (SimulationException)
        {
            return true;
        }

        return true;
    }).QuickCheckThrowOnFailure();
}
