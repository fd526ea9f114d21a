using Quarantine.Gateway.Replay;

namespace Quarantine.Gateway.Tests.Replay;

public sealed class TraceTimeTests
{
    [Theory]
    [InlineData("2021-03-01T08:00:00Z", "2021-03-01T08:00:00.0000000")]
    [InlineData("2021-03-01t08:00:00z", "2021-03-01T08:00:00.0000000")]
    [InlineData("2021-03-01 08:00:00", "2021-03-01T08:00:00.0000000")]
    [InlineData("2021-03-01T08:00Z", "2021-03-01T08:00:00.0000000")]
    [InlineData("2021-03-01T08:00:00.25Z", "2021-03-01T08:00:00.2500000")]
    [InlineData("2021-03-01T08:00:00,25Z", "2021-03-01T08:00:00.2500000")]
    [InlineData("2021-03-01T08:00:00.123456789Z", "2021-03-01T08:00:00.1234567")]
    [InlineData("2021-03-01T08:00:00+08:00", "2021-03-01T00:00:00.0000000")]
    [InlineData("2021-03-01T08:00:00.5-0330", "2021-03-01T11:30:00.5000000")]
    [InlineData("2021-03-01T08:00:00-01", "2021-03-01T09:00:00.0000000")]
    public void TryParse_ExtendedFormat_Utc(string text, string expected)
    {
        Assert.True(TraceTime.TryParse(text, out var ticks));
        Assert.Equal(expected, new DateTime(ticks, DateTimeKind.Unspecified).ToString("O"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-03-01")]
    [InlineData("2021-02-29T08:00:00Z")]
    [InlineData("2021-03-01T24:00:00Z")]
    [InlineData("2021-03-01T08:00:60Z")]
    [InlineData("2021-03-01T08:00:00.Z")]
    [InlineData("2021-03-01T08:00:00Zz")]
    [InlineData("2021-03-01T08:00:00+8")]
    [InlineData("2021-03-01T08:00:00+19:00")]
    [InlineData("2021-03-01T08:00:00+08:60")]
    [InlineData("2021-03-01T08:0a:00Z")]
    [InlineData("2021-03-01X08:00:00Z")]
    [InlineData("1614585600")]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("2100-01-01T00:00:00Z")]
    public void TryParse_AnythingElse_False(string text) => Assert.False(TraceTime.TryParse(text, out _));
}
