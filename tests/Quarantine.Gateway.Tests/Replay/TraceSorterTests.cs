using FsCheck;
using FsCheck.Fluent;
using Quarantine.Gateway.Replay;

namespace Quarantine.Gateway.Tests.Replay;

public sealed class TraceSorterTests
{
    private static readonly Gen<TraceEvent> Event = from ticks in Gen.Choose(0, 500)
                                                    from signal in Gen.Elements(Enum.GetValues<TraceSignal>())
                                                    select new TraceEvent(ticks, signal);

    /// <summary>Law: any events in any order come out ascending, all of them, whatever fits into memory. 200 cases.</summary>
    [Fact]
    public void Sorted_AnyEventsInChunksOfAnyLength_AllAscending()
    {
        var cases = from events in Event.ListOf(300)
                    from chunk in Gen.Choose(1, 40)
                    select (events, chunk);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            using var sorter = new TraceSorter(sample.chunk);
            sample.events.ToList().ForEach(sorter.Add);
            Assert.Equal(sample.events.Order(), sorter.Sorted());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Sorted_MoreRunsThanFilesMayBeOpen_AllAscending()
    {
        using var sorter = new TraceSorter(1);
        var events = Enumerable.Range(0, 500).Select(number => new TraceEvent((number * 7919) % 500, TraceSignal.DoorOpened)).ToList();
        events.ForEach(sorter.Add);

        Assert.Equal(events.Order(), sorter.Sorted());
    }

    [Fact]
    public void CompareTo_SameMoment_OrderOfPresence()
    {
        var signals = Enum.GetValues<TraceSignal>().Select(signal => new TraceEvent(1, signal)).ToList();

        Assert.Equal(signals.Select(item => item.ToObservation()).Order(), signals.Order().Select(item => item.ToObservation()));
    }
}
