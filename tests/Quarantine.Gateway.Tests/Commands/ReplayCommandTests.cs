using System.Text.Json;
using Quarantine.Gateway.Commands;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private const string Day = """
        time,sensor,value
        2021-03-01T07:59:00Z,motion-inside,on
        2021-03-01T08:00:00Z,door,open
        2021-03-01T08:00:10Z,door,closed
        2021-03-01T08:40:00Z,door,open
        2021-03-01T08:40:05Z,motion-inside,on
        2021-03-01T08:40:10Z,door,closed
        2021-03-01T08:41:00Z,motion-inside,on
        2021-03-01T09:59:30Z,motion-outside,on
        2021-03-01T09:59:50Z,motion-inside,on
        2021-03-01T10:00:00Z,door,open
        2021-03-01T10:00:08Z,door,closed
        2021-03-01T10:00:40Z,motion-inside,on
        2021-03-01T12:00:00Z,power,off
        2021-03-01T13:30:00Z,power,on
        2021-03-01T20:00:00Z,network,off
        2021-03-01T20:10:00.5Z,network,on
        2021-03-02T08:00:00Z,motion-inside,on

        """;

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Replay_ADay_TripsVisitsUnknownSummariesAndCounts()
    {
        var result = await Replay(Day, "moderate");

        GoldenText.Check("replay", result.GetRawText());
    }

    [Fact]
    public async Task Replay_Anonymous_OnlySummariesAndCounts()
    {
        var result = await Replay(Day, "moderate", "--anonymous");

        Assert.Equal(["policy", "thresholds", "summaries", "counts"], result.EnumerateObject().Select(member => member.Name));
        Assert.DoesNotContain("08:0", result.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_LinesInAnyOrder_SameResult()
    {
        var lines = Day.Trim().Split('\n');
        var reversed = string.Join('\n', [lines[0], .. lines.Skip(1).Reverse()]);

        Assert.Equal((await Replay(Day, "general")).GetRawText(), (await Replay(reversed, "general")).GetRawText());
    }

    [Fact]
    public async Task Replay_CarriageReturnsByteOrderMarkAndQuotes_SameResult()
    {
        var other = "\uFEFF" + Day.Replace(",door,", ",\"door\",", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal((await Replay(Day, "general")).GetRawText(), (await Replay(other, "general")).GetRawText());
    }

    [Fact]
    public async Task Replay_MalformedAndDoubledLines_DroppedAndCountedByReason()
    {
        var trace = Day + "2021-03-01T08:00:00Z,door,open\nnonsense\n2021-03-01,door,open\n2021-03-01T08:00:00Z,cat,on\n2021-03-01T08:00:00Z,door,ajar\n"
            + new string('x', 5000) + "\n";

        var counts = (await Replay(trace, "general")).GetProperty("counts");

        Assert.Equal(
            """{"accepted":17,"dropped":6,"reasons":{"length":1,"fields":1,"time":1,"sensor":1,"value":1,"duplicate":1}}""", counts.GetRawText());
    }

    [Theory]
    [InlineData("general", true, false)]
    [InlineData("moderate", false, false)]
    [InlineData("strong", false, true)]
    public async Task Replay_Policy_ItsLimits(string policy, bool compliant, bool alert)
    {
        var summary = (await Replay(Day, policy)).GetProperty("summaries")[0];

        Assert.Equal((compliant, alert), (summary.GetProperty("compliant").GetBoolean(), summary.GetProperty("alert").GetBoolean()));
    }

    [Fact]
    public async Task Replay_ThresholdsGiven_TheyHold()
    {
        var result = await Replay(Day, "moderate", "--max-minutes", "200", "--max-longest", "200", "--max-trips", "1");

        Assert.True(result.GetProperty("summaries")[0].GetProperty("compliant").GetBoolean());
        Assert.Equal("""{"trips":1,"minutesOutside":200,"longestTripMinutes":200}""", result.GetProperty("thresholds").GetRawText());
    }

    [Fact]
    public async Task Replay_OffsetOfLocalDays_DaysBeginThere()
    {
        var result = await Replay(Day, "general", "--utc-offset", "-09:00");

        Assert.Equal(["2021-02-28", "2021-03-01"], result.GetProperty("summaries").EnumerateArray().Select(day => day.GetProperty("day").GetString()));
    }

    [Fact]
    public async Task Replay_PresenceOptionGiven_ItHolds() =>
        Assert.Equal(0, (await Replay(Day, "general", "--minimum-trip", "00:10:00", "--leave-grace", "00:00:00")).GetProperty("visits").GetArrayLength() - 1);

    [Fact]
    public async Task Replay_AbsenceGoesOn_ReturnedIsNull()
    {
        var trace = "time,sensor,value\n2021-03-01T07:59:00Z,motion-inside,on\n2021-03-01T08:00:00Z,door,open\n2021-03-01T08:00:10Z,door,closed\n"
            + "2021-03-03T08:00:00Z,network,on\n";

        var result = await Replay(trace, "general");

        Assert.Equal(JsonValueKind.Null, result.GetProperty("trips")[0].GetProperty("returned").ValueKind);
        Assert.Equal([960, 1440, 480], result.GetProperty("summaries").EnumerateArray().Select(day => day.GetProperty("minutesOutside").GetInt32()));
    }

    [Fact]
    public async Task Replay_HeaderOnly_NothingAndNoError()
    {
        var result = await Replay("time,sensor,value\n", "general");

        Assert.Equal((0, 0), (result.GetProperty("trips").GetArrayLength(), result.GetProperty("summaries").GetArrayLength()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-03-01T08:00:00Z,door,open\n")]
    [InlineData("sensor,time,value\n")]
    public async Task Replay_NoHeader_SaysSoAndWritesNothing(string trace)
    {
        var result = await Run(trace, "general");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("time,sensor,value", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Theory]
    [InlineData("--policy", "lax")]
    [InlineData("--utc-offset", "25:00")]
    [InlineData("--settling-time", "00:00:10")]
    [InlineData("--max-trips", "-1")]
    [InlineData("--stray-motion-share", "0.9")]
    public async Task Replay_WrongOption_SaysWhatItAccepts(string option, string value)
    {
        var result = await Run(Day, "general", option, value);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"'{value}' is not", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_NoSuchTrace_SaysSo()
    {
        var result = await _terminal.RunAsync(
            GatewayProgram.Create, "replay", "--events", Path.Combine(_terminal.Folder, "none.csv"), "--policy", "general", "--out", Out);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("none.csv", result.Error, StringComparison.Ordinal);
    }

    private string Out => Path.Combine(_terminal.Folder, "out.json");

    private async Task<JsonElement> Replay(string trace, string policy, params string[] options)
    {
        var result = await Run(trace, policy, options);
        Assert.True(result.ExitCode == 0, result.Error);
        return JsonDocument.Parse(await File.ReadAllTextAsync(Out)).RootElement.Clone();
    }

    private async Task<ProgramResult> Run(string trace, string policy, params string[] options)
    {
        var path = Path.Combine(_terminal.Folder, "trace.csv");
        await File.WriteAllTextAsync(path, trace);
        string[] arguments = options.Contains("--policy") ? [] : ["--policy", policy];
        return await _terminal.RunAsync(GatewayProgram.Create, ["replay", "--events", path, "--out", Out, .. arguments, .. options]);
    }
}
