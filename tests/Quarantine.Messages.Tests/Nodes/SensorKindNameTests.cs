using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class SensorKindNameTests
{
    [Fact]
    public void Read_EveryName_IsTheKindThatHasIt() =>
        Assert.All(Enum.GetValues<SensorKind>(), kind => Assert.Equal(kind, SensorKindName.Read(SensorKindName.Of(kind))));

    [Theory]
    [InlineData("door,tamper", new[] { SensorKind.Door, SensorKind.Tamper })]
    [InlineData("battery", new[] { SensorKind.Battery })]
    public void TryParseList_Names_AreReadInTheirOrder(string text, SensorKind[] kinds)
    {
        Assert.True(SensorKindName.TryParseList(text, out var read));
        Assert.Equal(kinds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("door,")]
    [InlineData("door,door")]
    [InlineData("Door")]
    [InlineData("door tamper")]
    [InlineData("window")]
    public void TryParseList_AnythingElse_IsRefused(string text) => Assert.False(SensorKindName.TryParseList(text, out _));
}
