using FsCheck;
using FsCheck.Fluent;
using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Tests.Presence;

/// <summary>Homes as they are lived in, whose events come late, doubled, out of order, or are taken back.</summary>
public sealed class PresenceOrderTests
{
    private const int Minutes = 4 * 1440;

    private static readonly Gen<Action<Home>> Stay = from minute in Gen.Choose(0, Minutes)
                                                    from length in Gen.Choose(1, 30)
                                                    from step in Gen.Choose(1, 6)
                                                    select (Action<Home>)(home => Live(home, minute, length, step));

    private static readonly Gen<Action<Home>> Outing = from minute in Gen.Choose(0, Minutes)
                                                      from length in Gen.Choose(1, 300)
                                                      select (Action<Home>)(home => home.Motion(minute - 0.2).Door(minute).Door(minute + length).Motion(minute + length + 0.4));

    private static readonly Gen<Action<Home>> Lone = from second in Gen.Choose(0, Minutes * 60)
                                                     from kind in Gen.Elements(Enum.GetValues<ObservationKind>())
                                                     select (Action<Home>)(home => home.See(second / 60.0, kind));

    private static readonly Gen<Action<Home>> Broken = from minute in Gen.Choose(0, Minutes)
                                                      from length in Gen.Choose(1, 200)
                                                      from cause in Gen.Elements(UnknownCause.Sensor, UnknownCause.Power, UnknownCause.Network)
                                                      select (Action<Home>)(home => home.Fault(minute, minute + length, cause));

    private static readonly Gen<Observation[]> Lives = from parts in Gen.OneOf(Stay, Stay, Outing, Outing, Lone, Broken).ListOf(40)
                                                      select Told(parts);

    /// <summary>Law: events that come late by any delay lead to the history of the sorted input, whenever it is asked for. 200 homes.</summary>
    [Fact]
    public void Add_EventsComeLateByAnyDelay_HistoryOfTheSortedInput()
    {
        var cases = from events in Lives
                    from delays in Gen.Choose(0, 600).ArrayOf(events.Length)
                    select events.Zip(delays).OrderBy(item => item.First.Time.AddMinutes(item.Second)).Select(item => item.First).ToArray();
        Prop.ForAll(cases.ToArbitrary(), arrived => AssertSame(Judge(arrived.Order()), Judge(arrived))).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>Law: an event that is taken back leaves nothing behind. 200 homes.</summary>
    [Fact]
    public void Remove_EventsAreTakenBack_HistoryWithoutThem()
    {
        var cases = from events in Lives
                    from wrong in Lives
                    from shuffled in Gen.Shuffle(events.Concat(wrong).Distinct().ToArray())
                    select (events, wrong: wrong.Except(events).ToArray(), shuffled);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var timeline = new PresenceTimeline(new PresenceOptions());
            Array.ForEach(sample.shuffled, timeline.Add);
            _ = timeline.HistoryAt(Home.At(Minutes + 1000));
            Assert.All(sample.wrong, observation => Assert.True(timeline.Remove(observation)));
            AssertSame(Judge(sample.events.Order()), timeline.HistoryAt(Home.At(Minutes + 1000)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>Law: what is forgotten piece by piece, and what is left, are together what is judged of the whole. 200 homes.</summary>
    [Fact]
    public void Forget_PieceByPiece_SettledAndOpenAreTheWhole()
    {
        Prop.ForAll(Lives.ToArbitrary(), events =>
        {
            var whole = Judge(events.Order());
            var timeline = new PresenceTimeline(new PresenceOptions());
            var trips = new List<Trip>();
            var visits = new List<Visit>();
            foreach (var observation in events.Order())
            {
                timeline.Add(observation);
                var settled = timeline.Forget(observation.Time);
                Assert.All(settled.Trips, trip => Assert.True(trip.Returned <= observation.Time));
                trips.AddRange(settled.Trips);
                visits.AddRange(settled.Visits);
                Assert.True(timeline.SettledBefore <= observation.Time);
            }

            var open = timeline.HistoryAt(Home.At(Minutes + 1000));
            Assert.Equal(whole.Trips, [.. trips, .. open.Trips]);
            Assert.Equal(whole.Visits, [.. visits, .. open.Visits]);
            Assert.Equal(0, timeline.TooLate);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>Law: what is settled does not change, whatever comes after. 200 homes.</summary>
    [Fact]
    public void SettledBefore_WhateverComesAfter_TripsBeforeItStay()
    {
        var cases = from events in Lives
                    from cut in Gen.Choose(0, events.Length)
                    select (sorted: events.Order().ToArray(), cut);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var timeline = new PresenceTimeline(new PresenceOptions());
            Array.ForEach(sample.sorted[..sample.cut], timeline.Add);
            var settled = sample.cut == 0 ? SettledPresence.Nothing : timeline.Forget(sample.sorted[sample.cut - 1].Time);
            var before = timeline.SettledBefore;
            var whole = Judge(sample.sorted);
            Assert.Equal(whole.Trips.Where(trip => trip.Left < before), settled.Trips.Concat(timeline.HistoryAt(Home.At(Minutes + 1000)).Trips).Where(trip => trip.Left < before));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    /// <summary>Law: no trip begins while sensing is known to have failed, and every confidence is a share. 200 homes.</summary>
    [Fact]
    public void HistoryAt_AnyHome_NoTripOutOfAFault()
    {
        Prop.ForAll(Lives.ToArbitrary(), events =>
        {
            var history = Judge(events);
            Assert.All(history.Trips, trip => Assert.InRange(trip.Confidence, 0, 1));
            Assert.All(history.Trips, trip => Assert.DoesNotContain(history.Unknown, span => span.From <= trip.Left && (span.To ?? DateTimeOffset.MaxValue) >= (trip.Returned ?? DateTimeOffset.MaxValue)));
            Assert.All(history.Trips.Zip(history.Trips.Skip(1)), pair => Assert.True(pair.First.Returned <= pair.Second.Left));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    private static void Live(Home home, int minute, int length, int step)
    {
        for (var at = 0; at < length; at += step)
        {
            home.Motion(minute + at);
        }
    }

    private static Observation[] Told(IEnumerable<Action<Home>> parts)
    {
        var home = new Home();
        foreach (var part in parts)
        {
            part(home);
        }

        return [.. home.Observations.Distinct()];
    }

    private static PresenceHistory Judge(IEnumerable<Observation> observations)
    {
        var timeline = new PresenceTimeline(new PresenceOptions());
        var count = 0;
        foreach (var observation in observations)
        {
            timeline.Add(observation);
            if (++count % 16 == 0)
            {
                _ = timeline.HistoryAt(Home.At(Minutes + 1000));
            }
        }

        return timeline.HistoryAt(Home.At(Minutes + 1000));
    }

    private static void AssertSame(PresenceHistory expected, PresenceHistory actual)
    {
        Assert.Equal(expected.State, actual.State);
        Assert.Equal(expected.Trips, actual.Trips);
        Assert.Equal(expected.Visits, actual.Visits);
        Assert.Equal(expected.Unknown, actual.Unknown);
        Assert.Equal(expected.Tampers, actual.Tampers);
    }
}
