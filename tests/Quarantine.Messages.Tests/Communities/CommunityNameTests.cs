using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;

namespace Quarantine.Messages.Tests.Communities;

public sealed class CommunityNameTests
{
    [Fact]
    public void TryParse_AName_IsItsAsciiInTheHighBytes()
    {
        Assert.True(CommunityName.TryParse("riverside", out var id));
        Assert.Equal("0x7269766572736964650000000000000000000000000000000000000000000000", id.ToString());
        Assert.Equal("riverside", CommunityName.Of(id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Riverside")]
    [InlineData("river side")]
    [InlineData("river\0side")]
    [InlineData("0x12")]
    [InlineData("0xriver")]
    [InlineData("this-name-has-thirty-two-letters")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(CommunityName.TryParse(text, out _));

    [Fact]
    public void Of_AnyId_IsReadBack() => Prop.ForAll<byte[]>(bytes =>
    {
        var id = new Bytes32([.. bytes.Take(32), .. new byte[32 - Math.Min(32, bytes.Length)]]);
        Assert.True(CommunityName.TryParse(CommunityName.Of(id), out var read));
        Assert.Equal(id, read);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SlotOf_ADay_IsTheDaysSince1970AndBack()
    {
        Assert.Equal(20_459UL, CommunityClock.SlotOf(new DateOnly(2026, 1, 6)));
        Assert.True(CommunityClock.TryDayOf(20_459, out var day));
        Assert.Equal(new DateOnly(2026, 1, 6), day);
        Assert.True(CommunityClock.TryDayOf(CommunityClock.SlotOf(DateOnly.MaxValue), out _));
        Assert.False(CommunityClock.TryDayOf(CommunityClock.SlotOf(DateOnly.MaxValue) + 1, out _));
        Assert.False(CommunityClock.TryDayOf(ulong.MaxValue, out _));
        Assert.Throws<ArgumentOutOfRangeException>("day", () => CommunityClock.SlotOf(new DateOnly(1969, 12, 31)));
    }
}
