using FsCheck;
using FsCheck.Fluent;
using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Tests.Presence;

public sealed class PresenceTimelineTests
{
    [Fact]
    public void HistoryAt_LeavesAndReturns_OneTripBetweenTheDoorEvents()
    {
        var history = new Home().Motion(0).Door(1).Door(31).Motion(32).HistoryAt(60);

        var trip = Assert.Single(history.Trips);
        Assert.Equal(Home.At(1).AddSeconds(10), trip.Left);
        Assert.Equal(Home.At(31), trip.Returned);
        Assert.Equal(PresenceRule.ClosedDoorNoMotion, trip.Rule);
        Assert.Equal(PresenceState.Home, history.State);
    }

    [Theory]
    [InlineData(5, PresenceState.Home)]
    [InlineData(12, PresenceState.Away)]
    public void HistoryAt_NothingMovesAfterTheDoor_AwayOnceSettled(double minute, PresenceState expected) =>
        Assert.Equal(expected, new Home().Motion(0).Door(1).HistoryAt(minute).State);

    [Fact]
    public void HistoryAt_MotionInsideWhileAway_TheTripIsWithdrawn()
    {
        var home = new Home().Motion(0).Door(1);
        Assert.Single(home.HistoryAt(20).Trips);

        Assert.Empty(home.Motion(25).HistoryAt(30).Trips);
    }

    [Fact]
    public void HistoryAt_AsleepBehindAClosedDoor_StaysHome()
    {
        var history = new Home().Motion(0).Door(1).Motion(2).HistoryAt(600);

        Assert.Empty(history.Trips);
        Assert.Equal(PresenceState.Home, history.State);
    }

    [Fact]
    public void HistoryAt_DeliveryAtTheDoor_NeitherTripNorVisit()
    {
        var history = new Home().Motion(0).Outside(4.7).Motion(4.9).Door(5).Outside(5.3).Motion(5.6).HistoryAt(30);

        Assert.Empty(history.Trips);
        Assert.Empty(history.Visits);
    }

    [Fact]
    public void HistoryAt_SomebodyComesInWhileHome_OneVisit()
    {
        var history = new Home().Motion(0).Outside(4.7).Motion(4.9).Door(5).Motion(5.6).HistoryAt(30);

        Assert.Equal(Home.At(5), Assert.Single(history.Visits).Arrived);
    }

    [Fact]
    public void HistoryAt_DoorRattlesWhileAway_TheTripGoesOn()
    {
        var history = new Home().Motion(0).Door(1).Door(20).Door(41).Motion(42).HistoryAt(60);

        Assert.Equal(Home.At(41), Assert.Single(history.Trips).Returned);
    }

    [Fact]
    public void HistoryAt_HomeBrieflyBetweenTwoErrands_TwoTrips()
    {
        var history = new Home().Motion(0).Door(1).Door(20).Motion(20.1).Motion(22).Door(23).Door(40).Motion(41).HistoryAt(60);

        Assert.Equal(2, history.Trips.Count);
    }

    [Fact]
    public void HistoryAt_StepOutsideTheDoor_NoTrip() =>
        Assert.Empty(new Home().Motion(0).Door(1).Door(1.5).Motion(2).HistoryAt(30).Trips);

    [Fact]
    public void HistoryAt_SensorOffBeforeTheAbsenceSettled_UnknownAndNoTrip()
    {
        var history = new Home().Motion(0).Door(1).Fault(3, 240).Door(241).Motion(242).HistoryAt(300);

        Assert.Empty(history.Trips);
        Assert.Equal(TimeSpan.FromMinutes(237), Assert.Single(history.Unknown) is { To: { } to } span ? to - span.From : default);
    }

    [Fact]
    public void HistoryAt_DuringAFault_Unknown() =>
        Assert.Equal(PresenceState.Unknown, new Home().Motion(0).See(3, ObservationKind.FaultBegan).HistoryAt(100).State);

    [Fact]
    public void HistoryAt_SensorOffAfterTheAbsenceSettled_TripOfLowerConfidence()
    {
        var clear = new Home().Motion(0).Door(1).Door(241).Motion(242).HistoryAt(300);
        var faulty = new Home().Motion(0).Door(1).Fault(30, 60).Door(241).Motion(242).HistoryAt(300);

        Assert.Equal(PresenceRule.AbsenceThroughFault, Assert.Single(faulty.Trips).Rule);
        Assert.True(faulty.Trips[0].Confidence < clear.Trips[0].Confidence);
    }

    [Fact]
    public void DecisionAt_DoubtAfterTheDoor_EndOfTheSettlingTime()
    {
        var timeline = new PresenceTimeline(new PresenceOptions());
        foreach (var observation in new Home().Motion(0).Door(1).Observations)
        {
            timeline.Add(observation);
        }

        Assert.Equal(Home.At(11).AddSeconds(10), timeline.DecisionAt(Home.At(2)));
        Assert.Null(timeline.DecisionAt(Home.At(12)));
    }

    /// <summary>Law: for any order of arrival the history is that of the sorted input. 300 cases.</summary>
    [Fact]
    public void Add_AnyOrderOfArrival_HistoryOfTheSortedInput()
    {
        var kinds = Gen.Elements(Enum.GetValues<ObservationKind>());
        var observation = from second in Gen.Choose(0, 40_000)
                          from kind in kinds
                          from source in Gen.Elements("a", "b")
                          select new Observation(Home.Start.AddSeconds(second), kind, source);
        var cases = from observations in observation.ListOf(60)
                    from shuffled in Gen.Shuffle(observations.ToArray())
                    select (observations, shuffled);

        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var sorted = Judge(sample.observations.Order());
            var arrived = Judge(sample.shuffled);
            Assert.Equal(sorted.State, arrived.State);
            Assert.Equal(sorted.Trips, arrived.Trips);
            Assert.Equal(sorted.Visits, arrived.Visits);
            Assert.Equal(sorted.Unknown, arrived.Unknown);
            Assert.Equal(sorted.Tampers, arrived.Tampers);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    /// <summary>Law: forgetting changes nothing that lies after it. 200 cases.</summary>
    [Fact]
    public void Forget_AnyMoment_LaterHistoryIsUnchanged()
    {
        var observation = from second in Gen.Choose(0, 40_000)
                          from kind in Gen.Elements(ObservationKind.DoorOpened, ObservationKind.DoorClosed, ObservationKind.InsideMotion)
                          select new Observation(Home.Start.AddSeconds(second), kind);
        var cases = from observations in observation.ListOf(60)
                    from cut in Gen.Choose(0, 40_000)
                    select (observations, cut);

        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var cut = Home.Start.AddSeconds(sample.cut);
            var whole = Judge(sample.observations);
            var timeline = new PresenceTimeline(new PresenceOptions());
            sample.observations.ToList().ForEach(timeline.Add);
            timeline.Forget(cut);
            Assert.Equal(EndedAfter(cut, whole), EndedAfter(cut, timeline.HistoryAt(Home.At(1000))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static List<Trip> EndedAfter(DateTimeOffset cut, PresenceHistory history) =>
        [.. history.Trips.Where(trip => trip.Returned is null || trip.Returned >= cut)];

    private static PresenceHistory Judge(IEnumerable<Observation> observations)
    {
        var timeline = new PresenceTimeline(new PresenceOptions());
        foreach (var observation in observations)
        {
            timeline.Add(observation);
            _ = timeline.HistoryAt(Home.At(1000));
        }

        return timeline.HistoryAt(Home.At(1000));
    }
}
