using Quarantine.Gateway.Replay;

namespace Quarantine.Gateway.Tests.Replay;

public sealed class TraceParserTests
{
    [Theory]
    [InlineData("2021-03-01T08:00:00Z,door,open", TraceSignal.DoorOpened)]
    [InlineData("2021-03-01T08:00:00Z,door,closed", TraceSignal.DoorClosed)]
    [InlineData("2021-03-01T08:00:00Z,motion-inside,on", TraceSignal.InsideMotion)]
    [InlineData("2021-03-01T08:00:00Z,motion-inside,off", TraceSignal.InsideMotionCleared)]
    [InlineData("2021-03-01T08:00:00Z,motion-outside,on", TraceSignal.OutsideMotion)]
    [InlineData("2021-03-01T08:00:00Z,motion-outside,off", TraceSignal.OutsideMotionCleared)]
    [InlineData("2021-03-01T08:00:00Z,tamper,on", TraceSignal.Tampered)]
    [InlineData("2021-03-01T08:00:00Z,tamper,off", TraceSignal.TamperCleared)]
    [InlineData("2021-03-01T08:00:00Z,power,off", TraceSignal.PowerLost)]
    [InlineData("2021-03-01T08:00:00Z,power,on", TraceSignal.PowerBack)]
    [InlineData("2021-03-01T08:00:00Z,network,off", TraceSignal.NetworkLost)]
    [InlineData("2021-03-01T08:00:00Z,network,on", TraceSignal.NetworkBack)]
    [InlineData("\"2021-03-01T08:00:00Z\",\"door\",\"open\"", TraceSignal.DoorOpened)]
    [InlineData(" 2021-03-01T08:00:00Z , \"door\" ,\topen ", TraceSignal.DoorOpened)]
    [InlineData("2021-03-01T08:00:00Z,Door,OPEN", TraceSignal.DoorOpened)]
    internal void Parse_Event_ItsSignal(string line, TraceSignal expected)
    {
        Assert.Equal(TraceFault.None, TraceParser.Parse(line, out var item));
        Assert.Equal((new DateTimeOffset(2021, 3, 1, 8, 0, 0, TimeSpan.Zero), expected), (item.Time, item.Signal));
    }

    [Theory]
    [InlineData("2021-03-01T08:00:00Z,door", TraceFault.Fields)]
    [InlineData("2021-03-01T08:00:00Z,door,open,", TraceFault.Fields)]
    [InlineData("2021-03-01T08:00:00Z;door;open", TraceFault.Fields)]
    [InlineData("\"2021-03-01T08:00:00Z,door,open", TraceFault.Fields)]
    [InlineData("2021-03-01T08:00:00Z,\"door\"x,open", TraceFault.Fields)]
    [InlineData("2021-03-01T08:00:00Z,do\"or,open", TraceFault.Fields)]
    [InlineData("yesterday,door,open", TraceFault.Time)]
    [InlineData(",door,open", TraceFault.Time)]
    [InlineData("2021-03-01T08:00:00Z,window,open", TraceFault.Sensor)]
    [InlineData("2021-03-01T08:00:00Z,,open", TraceFault.Sensor)]
    [InlineData("2021-03-01T08:00:00Z,door,on", TraceFault.Value)]
    [InlineData("2021-03-01T08:00:00Z,motion-inside,open", TraceFault.Value)]
    [InlineData("2021-03-01T08:00:00Z,power,", TraceFault.Value)]
    public void Parse_Malformed_TheReason(string line, TraceFault expected) => Assert.Equal(expected, TraceParser.Parse(line, out _));
}
