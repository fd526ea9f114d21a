using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Events;

public sealed class EventQueueTests
{
    private readonly EventQueue _queue = new();

    [Fact]
    public void Add_FullOfMotion_GivesUpTheOldestMotionAndCountsIt()
    {
        Fill(EventKind.MotionInside, EventQueue.Capacity);
        _queue.Add(EventKind.Door, "open", 999);

        Assert.Equal((EventQueue.Capacity, 1), (_queue.Count, _queue.Dropped));
        Assert.Equal(2, _queue[0].Seq);
        Assert.Equal((EventKind.Door, 257), (_queue[255].Kind, _queue[255].Seq));
    }

    [Theory]
    [InlineData(EventKind.Help, EventKind.Tamper)]
    [InlineData(EventKind.Tamper, EventKind.Door)]
    [InlineData(EventKind.Door, EventKind.Battery)]
    [InlineData(EventKind.Battery, EventKind.MotionOutside)]
    public void Add_FullOfLessValuable_KeepsTheNew(EventKind added, EventKind filled)
    {
        Fill(filled, EventQueue.Capacity);
        _queue.Add(added, "x", 999);

        Assert.True(_queue.Contains(added));
        Assert.Equal(1, _queue.Dropped);
    }

    [Theory]
    [InlineData(EventKind.MotionInside, EventKind.Door)]
    [InlineData(EventKind.Battery, EventKind.Door)]
    [InlineData(EventKind.Door, EventKind.Tamper)]
    public void Add_FullOfMoreValuable_GivesUpTheNewAndLeavesAGap(EventKind added, EventKind filled)
    {
        Fill(filled, EventQueue.Capacity);
        _queue.Add(added, "x", 999);

        Assert.False(_queue.Contains(added));
        Assert.Equal((1, 258), (_queue.Dropped, _queue.NextSeq));
    }

    [Theory]
    [InlineData(EventKind.MotionInside, EventKind.MotionOutside)]
    [InlineData(EventKind.MotionOutside, EventKind.MotionInside)]
    public void Add_FullOfBothMotions_GivesUpTheOlderWhicheverItIs(EventKind first, EventKind second)
    {
        Fill(first, 1);
        Fill(second, EventQueue.Capacity - 1);
        _queue.Add(EventKind.Door, "open", 999);

        Assert.False(_queue.Contains(first));
    }

    [Fact]
    public void Add_SecondHelpWhileOneIsHeld_IsNotQueued()
    {
        _queue.Add(EventKind.Help, "pressed", 1);
        _queue.Add(EventKind.Help, "pressed", 2);
        Assert.Equal((1, 2), (_queue.Count, _queue.NextSeq));

        _queue.Acknowledge(1);
        _queue.Add(EventKind.Help, "pressed", 3);
        Assert.Equal(1, _queue.Count);
    }

    /// <summary>
    /// Law, over 200 random runs of additions and acknowledgements: never more than 256 held; numbers ascend; every number given is
    /// acknowledged, held or counted as dropped; a help event is never dropped.
    /// </summary>
    [Fact]
    public void Queue_RandomUse_LosesNothingUncounted()
    {
        var step = Gen.Choose(-1, (int)EventKind.Help);
        Prop.ForAll(Gen.ListOf(step, 2000).ToArbitrary(), steps =>
        {
            var queue = new EventQueue();
            var acknowledged = 0;
            var helpHeld = false;
            foreach (var kind in steps)
            {
                if (kind < 0)
                {
                    var upTo = queue.Count > 0 ? queue[queue.Count / 2].Seq : 0;
                    acknowledged += Enumerable.Range(0, queue.Count).Count(i => queue[i].Seq <= upTo);
                    helpHeld &= Enumerable.Range(0, queue.Count).Any(i => queue[i].Kind == EventKind.Help && queue[i].Seq > upTo);
                    queue.Acknowledge(upTo);
                }
                else
                {
                    queue.Add((EventKind)kind, "x", 0);
                    helpHeld |= kind == (int)EventKind.Help;
                }
            }

            var seqs = Enumerable.Range(0, queue.Count).Select(i => queue[i].Seq).ToList();
            return queue.Count <= EventQueue.Capacity
                && seqs.SequenceEqual(seqs.Order().Distinct())
                && queue.NextSeq - 1 == acknowledged + queue.Count + queue.Dropped
                && queue.Contains(EventKind.Help) == helpHeld;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Renumber_AfterGaps_CountsFromOneInOrder()
    {
        Fill(EventKind.Door, 5);
        _queue.Acknowledge(3);
        _queue.Renumber();

        Assert.Equal((1, 2, 3), (_queue[0].Seq, _queue[1].Seq, _queue.NextSeq));
        Assert.Equal((3L, 4L), (_queue[0].Up, _queue[1].Up));
    }

    private void Fill(EventKind kind, int count)
    {
        for (var i = 0; i < count; i++)
        {
            _queue.Add(kind, "x", i);
        }
    }
}
