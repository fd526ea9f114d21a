using Quarantine.Firmware.Core;
using HostLed = Quarantine.Messages.Nodes.LedState;
using NodeFaults = Quarantine.Messages.Nodes.NodeFaults;
using SensorKind = Quarantine.Messages.Nodes.SensorKind;

namespace Quarantine.Firmware.Tests;

public sealed class NodeCoreTests
{
    [Fact]
    public void OnConnected_FirstTime_SubscribesAnnouncesAndReports()
    {
        using var bench = new Bench();
        bench.Connect();

        Assert.Equal([$"quarantine/v1/{Bench.House}/{Bench.Node}/command", "homeassistant/status"], bench.Radio.Subscriptions);
        Assert.Equal(["online"], bench.Radio.On("availability"));
        Assert.Single(bench.Radio.On("state"));
        Assert.Single(bench.Healths);
        Assert.True(bench.Radio.Sent.Single(p => p.Topic.EndsWith("/state", StringComparison.Ordinal)).Retain);
        Assert.All(bench.Radio.Sent, p => Assert.True(p.AtLeastOnce));
    }

    [Fact]
    public void Events_EachInput_ReachTheGatewaysCodecWithTheirTimes()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Move(SensorInput.MotionInside, true);
        bench.Move(SensorInput.MotionOutside, true);
        bench.Move(SensorInput.Tamper, true);
        bench.Press();
        bench.Core.SetBattery(3100, bench.Now);

        Assert.Equal(
            [(SensorKind.Door, 1, 0UL), (SensorKind.MotionInside, 1, 100UL), (SensorKind.MotionOutside, 1, 200UL), (SensorKind.Tamper, 1, 300UL), (SensorKind.Help, 1, 400UL), (SensorKind.Battery, 3100, 600UL)],
            bench.Events.Select(e => (e.Kind, e.Value, e.UpMilliseconds)));
        Assert.Equal([1u, 2u, 3u, 4u, 5u, 6u], bench.Events.Select(e => e.Sequence));
    }

    [Fact]
    public void SetLevel_InputThatIsNotFitted_IsIgnored()
    {
        using var bench = new Bench(sensors: "door");
        bench.Connect();
        bench.Move(SensorInput.Tamper, true);
        bench.Press();
        bench.Core.SetBattery(3000, bench.Now);
        bench.Move(12345, true);

        Assert.Empty(bench.Events);
    }

    [Fact]
    public void Event_NotAcknowledged_IsSentAgainWithNewSentAtGrowingIntervals()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Run(400_000);

        var sent = bench.Events.Select(e => (long)e.SentMilliseconds).ToList();
        Assert.Equal([5000L, 10_000, 20_000, 40_000, 80_000, 80_000, 80_000, 80_000], sent.Zip(sent.Skip(1), (a, b) => b - a));
        Assert.All(bench.Events, e => Assert.Equal((1u, 0UL), (e.Sequence, e.UpMilliseconds)));
        Assert.Equal(sent.Count, bench.Radio.On("event").Distinct().Count());
    }

    [Fact]
    public void Event_Acknowledged_IsNotSentAgain()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Acknowledge(1);
        bench.Run(400_000);

        Assert.Single(bench.Events);
        Assert.Equal(0, bench.Core.Queued);
    }

    [Fact]
    public void LongOffline_ThenConnected_DeliversAllInOrderInWindows()
    {
        using var bench = new Bench();
        for (var i = 0; i < 100; i++)
        {
            bench.Move(SensorInput.Door, i % 2 == 0);
            bench.Run(60_000);
        }

        bench.Connect();
        var acknowledged = 0u;
        while (bench.Core.Queued > 0)
        {
            Assert.InRange(bench.Events.Count - acknowledged, 1, EventSender.Window);
            acknowledged = bench.Events[^1].Sequence;
            bench.Acknowledge(acknowledged);
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (uint)i), bench.Events.Select(e => e.Sequence));
        Assert.Equal(bench.Events.Select(e => e.UpMilliseconds).Order(), bench.Events.Select(e => e.UpMilliseconds));
    }

    [Fact]
    public void ConnectionLost_UnacknowledgedEvents_ComeAgainAtOnceAfterTheNext()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Core.OnConnectionLost(bench.Now);
        bench.Run(2000);
        Assert.Equal(2, bench.Radio.Attempts);
        bench.Connect();

        Assert.Equal(2, bench.Events.Count);
        Assert.Equal(["online", "online"], bench.Radio.On("availability"));
    }

    [Fact]
    public void QueueOverflow_Offline_HelpSurvivesAndHealthTellsTheLoss()
    {
        using var bench = new Bench();
        bench.Press();
        for (var i = 0; i < 400; i++)
        {
            bench.Move(SensorInput.Door, i % 2 == 0);
        }

        bench.Connect();
        var health = bench.Healths[0];
        Assert.Equal((256u, 145u), (health.Queued, health.Dropped));
        Assert.Equal(SensorKind.Help, bench.Events[0].Kind);
        Assert.Equal([1u, 147u], bench.Events.Take(2).Select(e => e.Sequence));
    }

    [Fact]
    public void Attempt_WithoutOutcome_IsGivenUpAndRepeated()
    {
        using var bench = new Bench();
        bench.Run(ConnectionKeeper.AttemptMs - 1);
        Assert.Equal((1, 0), (bench.Radio.Attempts, bench.Radio.Disconnections));
        bench.Run(1 + ReconnectPolicy.FirstMs);

        Assert.Equal((2, 1), (bench.Radio.Attempts, bench.Radio.Disconnections));
    }

    [Fact]
    public void OnNetworkAvailable_DuringALongDelay_TriesAtOnce()
    {
        using var bench = new Bench();
        for (var i = 0; i < 8; i++)
        {
            bench.Core.OnConnectFailed(false, bench.Now);
            bench.Run(60_000);
        }

        bench.Core.OnConnectFailed(false, bench.Now);
        var attempts = bench.Radio.Attempts;
        bench.Core.OnNetworkAvailable(bench.Now);

        Assert.Equal(attempts + 1, bench.Radio.Attempts);
    }

    [Theory]
    [InlineData("mains", 24 * 60)]
    [InlineData("battery", 24)]
    public void Health_Day_IsPublishedAsOftenAsThePowerAllows(string power, int expected)
    {
        using var bench = new Bench(power: power);
        bench.Connect();
        bench.Run(86_400_000 - 1);

        Assert.Equal(expected, bench.Healths.Count);
    }

    [Fact]
    public void Transport_Busy_EverythingIsOfferedAgain()
    {
        using var bench = new Bench();
        bench.Radio.Busy = true;
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Run(5000);
        Assert.Empty(bench.Radio.Sent);
        Assert.InRange(bench.Radio.Offers, 20, 40);
        bench.Radio.Busy = false;
        bench.Run(Outlet.PauseMs + 1);

        Assert.Equal(["availability", "config", "event", "health", "state"], bench.Radio.Sent.Select(p => p.Topic.Split('/')[^1]).Distinct().Order());
    }

    [Fact]
    public void HomeAssistantStarts_DiscoveryComesAgainAfterARandomDelay()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Run(1000);
        bench.Core.OnMessage("homeassistant/status", "offline"u8.ToArray(), bench.Now);
        bench.Core.OnMessage("homeassistant/status", "online"u8.ToArray(), bench.Now);
        Assert.Single(bench.Radio.On("config"));
        bench.Run(HomeAssistantAnnouncer.SpreadMs + 1);

        Assert.Equal(2, bench.Radio.On("config").Count());
    }

    [Fact]
    public void HomeAssistantRestartsAgainAndAgain_DiscoveryIsNotPutOffForEver()
    {
        using var bench = new Bench();
        bench.Connect();
        for (var i = 0; i < HomeAssistantAnnouncer.SpreadMs / 100; i++)
        {
            bench.Core.OnMessage("homeassistant/status", "online"u8.ToArray(), bench.Now);
            bench.Run(100);
        }

        Assert.True(bench.Radio.On("config").Count() >= 2);
    }

    [Fact]
    public void HomeAssistantOff_NothingIsPublishedForDiscovery()
    {
        using var bench = new Bench(more: "\"home-assistant\":0");
        bench.Connect();
        bench.Core.OnMessage("homeassistant/status", "online"u8.ToArray(), bench.Now);
        bench.Run(100_000);

        Assert.Empty(bench.Radio.On("config"));
    }

    [Fact]
    public void Boot_PowerCycle_CountsOnAndNumbersFromOne()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Tamper, true);
        bench.Acknowledge(1);
        bench.Boot(tampered: true);
        bench.Connect();
        bench.Move(SensorInput.Door, true);

        Assert.Equal((2u, 1u), (bench.Events[0].Boot, bench.Events[0].Sequence));
        Assert.Single(bench.Events);
    }

    [Fact]
    public void Boot_DoorMovedWithoutPower_IsReportedAsTheFirstEvent()
    {
        using var bench = new Bench();
        bench.Boot(doorOpen: true);
        bench.Connect();

        var first = Assert.Single(bench.Events);
        Assert.Equal((SensorKind.Door, 1, 0UL), (first.Kind, first.Value, first.UpMilliseconds));
    }

    [Fact]
    public void Boot_LastMoveWasNotAcknowledged_ReportsTheDifference()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Boot(doorOpen: true);
        bench.Connect();
        Assert.Single(bench.Events);

        bench.Acknowledge(1);
        bench.Boot(doorOpen: true);
        bench.Connect();
        Assert.Empty(bench.Events);
    }

    [Fact]
    public void BootCounterLost_GatewayKnowsAHigherBoot_GoesOnAboveItWithoutSendingUnderTheWrongNumber()
    {
        using var bench = new Bench(storage: new FlashStorage());
        bench.Move(SensorInput.Door, true);
        bench.Move(SensorInput.Door, false);
        bench.Connect();
        Assert.Empty(bench.Events);
        bench.Acknowledge(57, boot: 41);

        Assert.Equal([(42u, 1u, 1), (42u, 2u, 0)], bench.Events.Select(e => (e.Boot, e.Sequence, e.Value)));
        bench.Boot();
        Assert.Equal(43, bench.Core.Boot);
    }

    [Fact]
    public void BootCounterLost_GatewayKnowsTheSameBoot_GoesOnAboveIt()
    {
        using var bench = new Bench(storage: new FlashStorage());
        bench.Move(SensorInput.Door, true);
        bench.Connect();
        bench.Acknowledge(1, boot: 1);

        Assert.Equal([(2u, 1u)], bench.Events.Select(e => (e.Boot, e.Sequence)));
        Assert.Equal(1, bench.Core.Queued);
    }

    [Fact]
    public void BootCounterLost_GatewaySilent_SendsAfterTheWait()
    {
        using var bench = new Bench(storage: new FlashStorage());
        bench.Move(SensorInput.Door, true);
        bench.Connect();
        bench.Run(NodeCore.ConfirmationMs);
        Assert.Equal([(1u, 1u)], bench.Events.Select(e => (e.Boot, e.Sequence)));
        bench.Acknowledge(1);

        Assert.Equal((1, 0), (bench.Core.Boot, bench.Core.Queued));
        Assert.Equal(NodeFault.BootCounter, bench.Core.Faults);
    }

    [Fact]
    public void Acknowledgement_OfNumbersNeverGiven_MeansTheBootNumberWasUsedBefore()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Acknowledge(2);

        Assert.Equal((2, 1), (bench.Core.Boot, bench.Core.Queued));
        Assert.Equal((2u, 1u), (bench.Events[^1].Boot, bench.Events[^1].Sequence));
    }

    [Fact]
    public void Acknowledgement_OfAnEarlierBoot_ChangesNothing()
    {
        using var bench = new Bench();
        bench.Boot();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Acknowledge(100, boot: 1);

        Assert.Equal((2, 1, 0), (bench.Core.Boot, bench.Core.Queued, bench.Core.CommandsRefused));
    }

    [Fact]
    public void StorageFull_NodeWorksAndShowsAFault()
    {
        var storage = FlashStorage.Provisioned();
        storage.Full = true;
        using var bench = new Bench(storage: storage);
        bench.Connect();
        bench.Run(NodeCore.ConfirmationMs);
        bench.Move(SensorInput.Door, true);
        bench.Acknowledge(1);

        Assert.Single(bench.Events);
        Assert.Equal(0, bench.Core.Queued);
        Assert.Equal(LedState.Fault, bench.Core.Led);
        Assert.Contains("\"problem\":\"on\",\"faults\":1", bench.Radio.On("state").Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_WhileConnected_IsToldInTheNextHealthAtOnce()
    {
        using var bench = new Bench(power: "battery");
        bench.Connect();
        bench.Run(HealthReporter.LeastMs);
        Assert.Equal(NodeFaults.None, Assert.Single(bench.Healths).Faults);
        bench.Core.OnFault(NodeFault.Overrun, bench.Now);
        bench.Run(HealthReporter.LeastMs);
        Assert.Equal([NodeFaults.None, NodeFaults.Overrun], bench.Healths.Select(health => health.Faults));
    }

    [Fact]
    public void NodeFault_Bits_AreTheGateways()
    {
        var bits = typeof(NodeFault).GetFields().ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);
        var known = Enum.GetValues<NodeFaults>().Where(fault => fault != NodeFaults.None).ToDictionary(fault => fault.ToString(), fault => (int)fault);
        Assert.Equal(known, bits);
    }

    [Fact]
    public void CorruptFiles_AllOfThem_StartsWithDefaultsAndReportsIt()
    {
        var storage = new FlashStorage();
        foreach (var name in new[] { "boot-a", "boot-b", "levels", "led" })
        {
            storage.Files[name] = [1, 2, 3];
        }

        using var bench = new Bench(storage: storage);
        bench.Connect();

        Assert.Equal(NodeFault.Storage | NodeFault.BootCounter, bench.Core.Faults);
        Assert.Equal(LedState.Fault, bench.Core.Led);
    }

    [Fact]
    public void Clock_JumpsForwardAndBack_NothingIsLostOrDoubled()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Core.SetLevel(SensorInput.Door, true, 1000);
        bench.Core.Tick(86_400_000);
        bench.Core.SetLevel(SensorInput.Door, false, 5000);
        bench.Core.Tick(6000);
        bench.Core.Tick(86_400_050);

        Assert.Equal([(1u, 1000UL), (2u, 86_400_000UL)], bench.Events.Select(e => (e.Sequence, e.UpMilliseconds)));
        Assert.All(bench.Events, e => Assert.True(e.SentMilliseconds >= e.UpMilliseconds));
    }

    [Fact]
    public void Led_HelpPressedAndTaken_ShowsSentThenWhatTheGatewayCommands()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Press();
        Assert.Equal(LedState.Calm, bench.Core.Led);
        bench.Acknowledge(1);
        Assert.Equal(LedState.Sent, bench.Core.Led);
        bench.Led(HostLed.Acknowledged, 1000);
        Assert.Equal(LedState.Acknowledged, bench.Core.Led);
        bench.Led(HostLed.Calm, 1001);

        Assert.Equal([LedState.Calm, LedState.Sent, LedState.Acknowledged, LedState.Calm], bench.Lamp.History);
    }

    [Fact]
    public void Led_HelpNotTaken_ShowsFaultEvenOverAnEarlierAcknowledged()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Led(HostLed.Acknowledged, 1000);
        bench.Press();
        bench.Run(LedPolicy.HelpMs);

        Assert.Equal(LedState.Fault, bench.Core.Led);
        bench.Acknowledge(1);
        Assert.Equal(LedState.Sent, bench.Core.Led);
    }

    [Fact]
    public void Led_SecondCallAfterAnAcknowledgedOne_DoesNotShowTheOldAnswer()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Press();
        bench.Acknowledge(1);
        bench.Led(HostLed.Acknowledged, 1000);
        bench.Press();
        Assert.Equal(LedState.Calm, bench.Core.Led);
        bench.Acknowledge(2);
        Assert.Equal(LedState.Sent, bench.Core.Led);
        bench.Run(600_000);
        Assert.Equal(LedState.Sent, bench.Core.Led);
        bench.Led(HostLed.Acknowledged, 1001);
        Assert.Equal(LedState.Acknowledged, bench.Core.Led);
    }

    [Theory]
    [InlineData(NodeFault.NoTime, LedState.Fault)]
    [InlineData(NodeFault.Overrun, LedState.Calm)]
    public void Led_FaultOfTheSurroundings_ShowsTheOneThatLasts(int fault, LedState shown)
    {
        using var bench = new Bench();
        bench.Core.OnFault(fault, bench.Now);
        bench.Connect();
        Assert.Equal((shown, fault), (bench.Core.Led, bench.Core.Faults));
    }

    [Fact]
    public void Close_WhileOffline_BeginsNoConnectionUntilItIsLost()
    {
        using var bench = new Bench();
        bench.Core.OnConnectFailed(false, bench.Now);
        var attempts = bench.Radio.Attempts;
        bench.Core.Close(true, bench.Now);
        bench.Core.OnNetworkAvailable(bench.Now);
        bench.Run(120_000);
        Assert.Equal(attempts, bench.Radio.Attempts);
        bench.Core.OnConnectionLost(bench.Now);
        bench.Run(ReconnectPolicy.MaximumMs);
        Assert.NotEqual(attempts, bench.Radio.Attempts);
    }

    [Fact]
    public void Led_ReplayedCommand_IsIgnoredAlsoAfterAPowerLoss()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Led(HostLed.Acknowledged, 1000);
        bench.Led(HostLed.Calm, 1001);
        bench.Led(HostLed.Acknowledged, 1000);
        Assert.Equal(LedState.Calm, bench.Core.Led);

        bench.Boot();
        bench.Connect();
        bench.Led(HostLed.Acknowledged, 1000);
        Assert.Equal(LedState.Calm, bench.Core.Led);
    }

    [Fact]
    public void Led_OfflineForAMinute_ShowsFaultUntilConnected()
    {
        using var bench = new Bench();
        bench.Run(LedPolicy.OfflineMs - 1);
        Assert.Equal(LedState.Calm, bench.Core.Led);
        bench.Run(1);
        Assert.Equal(LedState.Fault, bench.Core.Led);
        bench.Connect();
        Assert.Equal(LedState.Calm, bench.Core.Led);
    }

    [Fact]
    public void CredentialsRefused_ShowsFaultAtOnceAndSlowsDown()
    {
        using var bench = new Bench();
        bench.Core.OnConnectFailed(true, bench.Now);

        Assert.Equal((LedState.Fault, NodeFault.BrokerRefused), (bench.Core.Led, bench.Core.Faults));
    }

    [Fact]
    public void Command_Hostile_IsCountedShownAndChangesNothing()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Move(SensorInput.Door, true);
        bench.Command([]);
        bench.Command(new byte[100_000]);
        bench.Command("{\"v\":1,\"cmd\":\"ack\",\"boot\":1,\"seq\":1,\"mac\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}"u8.ToArray());

        Assert.Equal((3, 1, LedState.Fault), (bench.Core.CommandsRefused, bench.Core.Queued, bench.Core.Led));
        bench.Run(LedPolicy.RefusedCommandMs);
        Assert.Equal(LedState.Calm, bench.Core.Led);
        Assert.Equal(NodeFault.CommandRefused, bench.Core.Faults);
    }

    [Fact]
    public void Flash_DayOfDoorMoves_IsWrittenOnlyForAcknowledgedChanges()
    {
        using var bench = new Bench();
        bench.Connect();
        var before = bench.Storage.Writes;
        for (var i = 0u; i < 40; i++)
        {
            bench.Move(SensorInput.Door, i % 2 == 0);
            bench.Acknowledge(i + 1);
            bench.Acknowledge(i + 1);
            bench.Run(60_000);
        }

        Assert.Equal(40, bench.Storage.Writes - before);
    }

    [Fact]
    public void NextDue_FaultLightThatHasToEnd_IsItsEnd()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Run(1000);
        bench.Command([]);
        bench.Run(HealthReporter.MainsMs - 1000);

        Assert.Equal(1000 + LedPolicy.RefusedCommandMs, bench.Core.NextDue);
    }

    [Fact]
    public void NextDue_Always_IsLaterThanNowAndIdleNodesSleepToTheirHealth()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Run(1);

        Assert.InRange(bench.Core.NextDue, HealthReporter.MainsMs - 1, HealthReporter.MainsMs);
    }

    [Fact]
    public void Close_Orderly_LeavesTheChosenAvailability()
    {
        using var bench = new Bench();
        bench.Connect();
        bench.Core.Close(true, bench.Now);

        Assert.Equal("online", bench.Radio.On("availability").Last());
        Assert.Equal(1, bench.Radio.Disconnections);
    }
}
