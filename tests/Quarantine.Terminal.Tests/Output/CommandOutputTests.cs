using System.Text.Json;
using Quarantine.Terminal.Output;
using Quarantine.TestKit.Programs;

namespace Quarantine.Terminal.Tests.Output;

public sealed class CommandOutputTests : IDisposable
{
    private readonly TestTerminal _terminal = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _terminal.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Show_FactsAndRows_AreAligned()
    {
        Text().Show(Sample());
        GoldenText.Check("facts", _output.ToString());
    }

    [Fact]
    public void Show_AsJson_IsOneObjectWithEveryValue()
    {
        Json().Show(Sample());

        var read = JsonDocument.Parse(_output.ToString()).RootElement;
        Assert.Equal("[red]not markup[/] \u001b", read.GetProperty("text").GetString());
        Assert.Equal(7UL, read.GetProperty("number").GetUInt64());
        Assert.True(read.GetProperty("flag").GetBoolean());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("none").ValueKind);
        Assert.Equal("50000000000000000", read.GetProperty("wei").GetString());
        Assert.Equal(2, read.GetProperty("rows").GetArrayLength());
        Assert.Equal(20_459UL, read.GetProperty("rows")[0].GetProperty("slot").GetUInt64());
    }

    [Fact]
    public void ShowNext_AsJson_IsOneLineEach()
    {
        var output = Json();
        output.ShowNext(Sample());
        output.ShowNext(Sample());
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => JsonDocument.Parse(line));
    }

    [Fact]
    public async Task WhileAsync_AsJson_TellsOnStandardErrorOnly()
    {
        Assert.Equal(3, await Json().WhileAsync("Waiting [for] it ...", () => Task.FromResult(3)));
        Assert.Empty(_output.ToString());
        Assert.Equal("Waiting [for] it ...\n", _error.ToString());
    }

    [Fact]
    public void Note_AfterTheStreamWasClosed_DoesNothing()
    {
        var output = Text();
        _error.Dispose();
        output.Note("nobody hears");
    }

    [Fact]
    public void Add_ARowOfAnotherLength_Throws() =>
        Assert.Throws<ArgumentException>("row", () => new Listing("Rows", ("A", "a")).Add(FactValue.None, FactValue.None));

    private static Facts Sample() => new Facts("Title")
        .Add("Text", "text", "[red]not markup[/] \u001b")
        .Add("A number", "number", 7)
        .Add("Flag", "flag", value: true)
        .Add("None", "none", FactValue.None)
        .Add("Amount", "wei", FactValue.OfWei(50_000_000_000_000_000))
        .Add("Time", "time", FactValue.Of(new DateTimeOffset(2026, 1, 6, 1, 2, 3, TimeSpan.FromHours(1))))
        .Add("rows", new Listing("Rows", ("Day", "slot"), ("Name", "name"), ("Last", "last"))
            .Add(FactValue.OfSlot(20_459), FactValue.Of("王芳"), FactValue.Of("x"))
            .Add(FactValue.OfSlot(ulong.MaxValue), FactValue.Of("Wang"), FactValue.None))
        .Add("empty", new Listing("No rows", ("A", "a")));

    private CommandOutput Text() => new(_terminal.Context(_output, _error), json: false);

    private CommandOutput Json() => new(_terminal.Context(_output, _error), json: true);
}
