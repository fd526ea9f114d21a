using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Sensing;

public sealed class ContactSensorTests
{
    /// <summary>
    /// Law: however a contact bounces (up to 20 edges, each less than 50 ms after the one before), each real move gives one event, dated to
    /// its first edge; and ticks in between change nothing. 200 cases.
    /// </summary>
    [Fact]
    public void Advance_RandomBounceTrains_OneEventForEachRealMove()
    {
        var train = Gen.ListOf(Gen.Choose(1, 49), 20).SelectMany(gaps => Gen.Choose(0, 10).Select(pairs => gaps.Take(2 * pairs).ToList()));
        var moves = from count in Gen.Choose(1, 8) from trains in Gen.ListOf(train, count) from rest in Gen.Choose(50, 5000) select (trains.ToList(), rest);
        var ticks = Gen.Choose(1, 200);
        var law = Prop.ForAll(moves.ToArbitrary(), ticks.ToArbitrary(), (move, tick) => Expected(move.Item1, move.rest).SequenceEqual(Actual(move.Item1, move.rest, tick)));
        law.Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Advance_SpikeThatReturns_NoEvent()
    {
        var log = new EventLog();
        var door = Door(log);
        door.SetRaw(true, 1000);
        door.SetRaw(false, 1030);
        door.Advance(5000);

        Assert.Empty(log.Events);
        Assert.Equal(long.MaxValue, door.NextDue);
    }

    [Fact]
    public void SetRaw_NextMoveBeforeAnyTick_BothMovesCount()
    {
        var log = new EventLog();
        var door = Door(log);
        door.SetRaw(true, 1000);
        door.SetRaw(false, 1060);
        door.Advance(2000);

        Assert.Equal([(EventKind.Door, "open", 1000L), (EventKind.Door, "closed", 1060L)], log.Events);
    }

    [Fact]
    public void NextDue_AfterAnEdge_IsWhenTheContactHasRested()
    {
        var door = Door(new EventLog());
        door.SetRaw(true, 1000);
        Assert.Equal(1050, door.NextDue);
    }

    private static ContactSensor Door(EventLog log) => new(EventKind.Door, "open", "closed", false, log);

    private static List<(EventKind Kind, string Value, long Up)> Expected(List<List<int>> trains, int rest)
    {
        var expected = new List<(EventKind, string, long)>();
        var time = 1000L;
        for (var i = 0; i < trains.Count; i++)
        {
            expected.Add((EventKind.Door, i % 2 == 0 ? "open" : "closed", time));
            time += trains[i].Sum() + rest + 50;
        }

        return expected;
    }

    private static List<(EventKind Kind, string Value, long Up)> Actual(List<List<int>> trains, int rest, int tick)
    {
        var log = new EventLog();
        var door = Door(log);
        var level = false;
        var time = 1000L;
        var ticked = 0L;
        void Edge()
        {
            for (; ticked < time; ticked += tick)
            {
                door.Advance(ticked);
            }

            level = !level;
            door.SetRaw(level, time);
        }

        foreach (var train in trains)
        {
            Edge();
            foreach (var gap in train)
            {
                time += gap;
                Edge();
            }

            time += rest + 50;
        }

        door.Advance(time);
        return log.Events;
    }
}
