using Quarantine.Firmware.Core;
using Quarantine.Firmware.Tests.Running;
using HostLed = Quarantine.Messages.Nodes.LedState;

namespace Quarantine.Firmware.Tests.Sleeping;

public sealed class SleepTests
{
    [Theory]
    [InlineData("door,tamper", "mains")]
    [InlineData("door,motion-inside", "battery")]
    [InlineData("door,motion-outside", "battery")]
    public void Loop_OnMainsOrWithAPir_NeverSleeps(string sensors, string power)
    {
        using var bench = new LoopBench(sensors, power);
        bench.Boot();
        bench.Connect();
        Assert.Null(bench.SleepWithin(2 * SleepPlanner.AwakeMs));
    }

    [Fact]
    public void Loop_EverythingTold_SaysGoodbyeAndSleepsUntilTheHeartbeat()
    {
        using var bench = new LoopBench("door");
        bench.Boot();
        bench.Connect();
        var plan = bench.SleepWithin(SleepPlanner.LingerMs + 1000);
        Assert.NotNull(plan);
        Assert.Equal((SleepPlanner.HeartbeatMs, 1, false, SleepPlan.NoWake), (plan.WakeAfterMs, plan.DoorLevel, plan.HelpWakes, plan.TamperLevel));
        Assert.True(bench.Session.Closed);
        Assert.Equal("online", bench.Session.Sent.Last(sent => sent.Topic.EndsWith("/availability", StringComparison.Ordinal)).Text);
        Assert.Contains(bench.Session.Sent, sent => sent.Topic.EndsWith("/health", StringComparison.Ordinal));
        Assert.Equal((false, false), (bench.Lamp.Green, bench.Lamp.Red));
        Assert.InRange(bench.Clock.Up, SleepPlanner.LingerMs, SleepPlanner.LingerMs + 1000);
    }

    [Fact]
    public void Loop_DoorOpen_WakesWhenItCloses()
    {
        using var bench = new LoopBench("door") { Levels = SensorInput.Door };
        bench.Boot(SensorInput.Door);
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 1);
        Assert.Null(bench.SleepWithin(SleepPlanner.LingerMs + 1000));
        bench.Acknowledge();
        Assert.Equal(0, bench.SleepWithin(SleepPlanner.LingerMs + 1000)!.DoorLevel);
    }

    [Fact]
    public void Loop_EventNotAcknowledged_StaysAwakeToTheLimitAndWakesSooner()
    {
        using var bench = new LoopBench("door") { Levels = SensorInput.Door };
        bench.Boot(SensorInput.Door);
        bench.Connect();
        var plan = bench.SleepWithin(SleepPlanner.AwakeMs + 1000);
        Assert.NotNull(plan);
        Assert.Equal((SleepPlanner.RetryMs, 0), (plan.WakeAfterMs, plan.DoorLevel));
        Assert.InRange(bench.Clock.Up, SleepPlanner.AwakeMs, SleepPlanner.AwakeMs + 1000);

        bench.Boot();
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count(e => e.Boot == 2) == 1);
    }

    [Fact]
    public void Loop_NoNetwork_SleepsAtTheLimit()
    {
        using var bench = new LoopBench("door");
        bench.Air.HasNetwork = false;
        bench.Boot();
        var plan = bench.SleepWithin(SleepPlanner.AwakeMs + 10_000);
        Assert.Equal((SleepPlanner.RetryMs, 1), (plan!.WakeAfterMs, plan.DoorLevel));
    }

    [Fact]
    public void Loop_RadioBlockedForEver_SleepsAfterTheFarewellTime()
    {
        using var bench = new LoopBench("door");
        bench.Air.Gate.Reset();
        bench.Boot();
        Assert.NotNull(bench.SleepWithin(SleepPlanner.AwakeMs + NodeLoop.FarewellMs + 1000));
    }

    [Fact]
    public void Loop_ContactThatNeverRests_SleepsWithoutItAtTheLimit()
    {
        using var bench = new LoopBench("door");
        bench.Boot();
        bench.Connect();
        SleepPlan? plan = null;
        for (var i = 0; plan is null && i < 10_000; i++)
        {
            bench.Edge(SensorInput.Door, i % 2 == 0);
            plan = bench.SleepWithin(20);
        }

        Assert.Equal((SleepPlanner.RetryMs, SleepPlan.NoWake), (plan!.WakeAfterMs, plan.DoorLevel));
    }

    [Fact]
    public void Loop_DoorMovesDuringTheGoodbye_StaysAwakeAndTellsBoth()
    {
        using var bench = new LoopBench("door");
        bench.Boot();
        bench.Connect();
        bench.TurnUntil(() => bench.Core.Reported);
        bench.Air.Confirms = false;
        while (!bench.Air.Sessions[0].Sent[^1].Topic.EndsWith("/availability", StringComparison.Ordinal))
        {
            bench.Clock.Advance(10);
            bench.Loop.Step(mail: true);
        }

        bench.Edge(SensorInput.Door, true);
        bench.Clock.Advance(100);
        bench.Loop.Step(mail: true);
        bench.Edge(SensorInput.Door, false);
        bench.Clock.Advance(100);
        bench.Loop.Step(mail: true);
        Assert.Null(bench.Slept);
        bench.Air.Confirms = true;
        bench.Air.Sessions[0].ConfirmAll();
        RadioThread.WaitUntil(() =>
        {
            bench.Clock.Advance(10);
            bench.Loop.Step(mail: true);
            return bench.Events().Count == 2;
        });
        Assert.Equal([1, 0], bench.Events().Select(e => e.Value));
        bench.Acknowledge();
        Assert.Equal(1, bench.SleepWithin(SleepPlanner.LingerMs + 1000)!.DoorLevel);
    }

    /// <summary>The chip has two wake-ups: door and button come before the enclosure switch.</summary>
    [Theory]
    [InlineData("help,tamper", true, 1, SleepPlan.NoWake)]
    [InlineData("door,help", true, SleepPlan.NoWake, 1)]
    [InlineData("door,tamper", false, 1, 1)]
    [InlineData("door,help,tamper", true, SleepPlan.NoWake, 1)]
    public void Loop_SeveralInputs_TwoOfThemWake(string sensors, bool helpWakes, int tamperLevel, int doorLevel)
    {
        using var bench = new LoopBench(sensors);
        bench.Boot();
        bench.Connect();
        var plan = bench.SleepWithin(SleepPlanner.LingerMs + 1000);
        Assert.Equal((helpWakes, tamperLevel, doorLevel), (plan!.HelpWakes, plan.TamperLevel, plan.DoorLevel));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(SensorInput.Tamper, 0)]
    public void Loop_TamperSwitchWithoutAButton_WakesByItsOtherLevel(int levels, int wakes)
    {
        using var bench = new LoopBench("door,tamper") { Levels = levels };
        bench.Boot();
        bench.Connect();
        if (levels != 0)
        {
            bench.TurnUntil(() => bench.Events().Count == 1);
            bench.Acknowledge();
        }

        var plan = bench.SleepWithin(SleepPlanner.LingerMs + 1000);
        Assert.Equal((wakes, 1), (plan!.TamperLevel, plan.DoorLevel));
    }

    [Fact]
    public void Loop_HelpTaken_StaysAwakeForTheAnswerShowsItAndSleeps()
    {
        using var bench = new LoopBench("help");
        bench.Boot(SensorInput.Help);
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 1);
        bench.Acknowledge();
        Assert.Null(bench.SleepWithin(2 * SleepPlanner.AwakeMs));
        bench.Led(HostLed.Acknowledged, 9);
        Assert.Null(bench.SleepWithin(SleepPlanner.ShowMs - 1000));
        Assert.Equal(SleepPlanner.HeartbeatMs, bench.SleepWithin(2000)!.WakeAfterMs);
    }

    [Fact]
    public void Loop_HelpTakenAndNoAnswer_SleepsAtItsLimit()
    {
        using var bench = new LoopBench("help");
        bench.Boot(SensorInput.Help);
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 1);
        bench.Acknowledge();
        bench.Clock.Advance(SleepPlanner.HelpAwakeMs - 20_000);
        Assert.Null(bench.SleepWithin(15_000));
        Assert.Equal(SleepPlanner.HeartbeatMs, bench.SleepWithin(15_000)!.WakeAfterMs);
    }

    [Fact]
    public void Loop_HelpThatDoesNotGetThrough_SleepsAtTheShortLimitAndTriesAgainEverMoreRarely()
    {
        using var bench = new LoopBench("help");
        bench.Air.HasNetwork = false;
        bench.Boot(SensorInput.Help);
        foreach (var minutes in new long[] { 1, 2, 5, 15, 15 })
        {
            var booted = bench.Clock.Up;
            var plan = bench.SleepWithin(SleepPlanner.AwakeMs + NodeLoop.FarewellMs + 1000);
            Assert.Equal((minutes * 60_000, true), (plan?.WakeAfterMs, plan?.HelpWakes));
            Assert.InRange(bench.Clock.Up - booted, SleepPlanner.AwakeMs, SleepPlanner.AwakeMs + NodeLoop.FarewellMs + 1000);
            bench.Boot();
        }

        bench.Air.HasNetwork = true;
        bench.Boot();
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 1);
    }

    [Fact]
    public void Loop_HelpPressedLateInABoot_CountsFromTheCall()
    {
        using var bench = new LoopBench("help");
        bench.Air.HasNetwork = false;
        bench.Boot();
        Assert.Null(bench.SleepWithin(SleepPlanner.AwakeMs - 10_000));
        bench.Edge(SensorInput.Help, true);
        Assert.Null(bench.SleepWithin(1000));
        bench.Edge(SensorInput.Help, false);
        Assert.Null(bench.SleepWithin(SleepPlanner.AwakeMs - 3000));
        Assert.Equal(SleepPlanner.HelpRetryMs, bench.SleepWithin(NodeLoop.FarewellMs + 5000)?.WakeAfterMs);
    }

    [Fact]
    public void Loop_HelpTakenLateInABoot_WaitsForTheAnswerFromTheCallOn()
    {
        using var bench = new LoopBench("door,help") { Levels = SensorInput.Door };
        bench.Boot(SensorInput.Door);
        bench.Connect();
        Assert.Null(bench.SleepWithin(SleepPlanner.AwakeMs - 10_000));
        bench.Edge(SensorInput.Help, true);
        Assert.Null(bench.SleepWithin(1000));
        bench.Edge(SensorInput.Help, false);
        bench.Acknowledge();
        bench.Clock.Advance(SleepPlanner.HelpAwakeMs - 20_000);
        Assert.Null(bench.SleepWithin(15_000));
        Assert.Equal(SleepPlanner.HeartbeatMs, bench.SleepWithin(15_000)?.WakeAfterMs);
    }

    [Fact]
    public void Loop_HelpButtonHeldDown_DoesNotWakeByIt()
    {
        using var bench = new LoopBench("help") { Levels = SensorInput.Help };
        bench.Boot();
        bench.Connect();
        bench.Clock.Advance(100);
        bench.TurnUntil(() => bench.Events().Count == 1);
        bench.Acknowledge();
        bench.Led(HostLed.Acknowledged, 9);
        Assert.False(bench.SleepWithin(SleepPlanner.ShowMs + 2000)!.HelpWakes);
    }
}
