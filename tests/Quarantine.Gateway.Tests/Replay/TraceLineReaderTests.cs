using System.Text;
using Quarantine.Gateway.Replay;

namespace Quarantine.Gateway.Tests.Replay;

public sealed class TraceLineReaderTests
{
    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("\uFEFFa\n\nb\n", "a||b")]
    [InlineData("", "")]
    public void TryRead_AnyLineEnd_Lines(string text, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : expected.Split('|'), Lines(text).Select(line => line.Text));

    [Fact]
    public void TryRead_LineOfMegabytes_TooLongAndTheNextIsWhole()
    {
        var lines = Lines(new string('x', 3_000_000) + "\nnext");

        Assert.True(lines[0].TooLong);
        Assert.Equal(TraceLineReader.LongestLine, lines[0].Text.Length);
        Assert.Equal(("next", false), lines[1]);
    }

    [Fact]
    public void TryRead_LinesOfAnyLength_SameLines()
    {
        var expected = Enumerable.Range(0, 2000).Select(length => new string((char)('a' + (length % 26)), length % TraceLineReader.LongestLine)).ToList();

        Assert.Equal(expected, Lines(string.Join('\n', expected)).Select(line => line.Text));
    }

    private static List<(string Text, bool TooLong)> Lines(string text)
    {
        using var reader = new TraceLineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var lines = new List<(string, bool)>();
        while (reader.TryRead(out var line, out var tooLong))
        {
            lines.Add((line.ToString(), tooLong));
        }

        return lines;
    }
}
