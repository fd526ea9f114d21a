using Quarantine.Messages.Communities;
using Quarantine.Messages.Summaries;

namespace Quarantine.Demo.Scenario;

/// <summary>
/// Three days of eight households, and the truth about them: general rules on the first day, moderate on the second, strong on the third.
/// Written so that what reports must say follows from it alone.
/// </summary>
public sealed class ScenarioScript
{
    public const int Households = 8;
    public const int Days = 3;

    /// <summary>Breaks the general policy on the first day.</summary>
    public const int Wanderer = 2;

    /// <summary>Breaks the strong policy on the third day.</summary>
    public const int Leaver = 6;

    /// <summary>Calls for help on the second day.</summary>
    public const int Caller = 4;

    /// <summary>Its sensor node has no power for some hours of the second day.</summary>
    public const int Unpowered = 5;

    private const int MinutesAwakeFrom = 7 * 60;
    private const int MinutesAwakeUntil = 23 * 60;
    private const int MotionEvery = 23;

    private static readonly TimeSpan DoorOpenFor = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan MotionLasts = TimeSpan.FromSeconds(3);

    /// <summary>Minute of the day and minutes outside, by household and day.</summary>
    private static readonly Dictionary<(int Household, int Day), (int Minute, int Length)[]> Outings = new()
    {
        [(0, 0)] = [(600, 33)],
        [(1, 0)] = [(545, 12), (1010, 48)],
        [(Wanderer, 0)] = [(500, 20), (620, 35), (760, 15), (905, 41), (1100, 62)],
        [(3, 0)] = [(480, 9), (720, 22), (1020, 27)],
        [(5, 0)] = [(660, 118)],
        [(7, 0)] = [(930, 44), (1185, 13)],
        [(0, 1)] = [(610, 14)],
        [(1, 1)] = [(555, 21), (1025, 18)],
        [(3, 1)] = [(700, 28)],
        [(7, 1)] = [(945, 26)],
        [(Leaver, 2)] = [(650, 75)],
    };

    private readonly CommunityClock _clock;
    private readonly ulong _firstSlot;

    /// <param name="clock">The community's days.</param>
    /// <param name="firstSlot">The first of the three days.</param>
    public ScenarioScript(CommunityClock clock, ulong firstSlot)
    {
        (_clock, _firstSlot) = (clock, firstSlot);
        Trips = [.. Outings.SelectMany(outing => outing.Value.Select(trip => ToTrip(outing.Key, trip))).OrderBy(trip => trip.Left)];
        Actions = [.. Enumerable.Range(0, Households).SelectMany(Everything).OrderBy(action => action.Time)];
    }

    /// <summary>Ascending by time.</summary>
    public IReadOnlyList<HouseAction> Actions { get; }

    public IReadOnlyList<ScriptedTrip> Trips { get; }

    /// <summary>Hours without power of <see cref="Unpowered"/>.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Outage => (At(1, 9 * 60), At(1, 13 * 60));

    public DateTimeOffset HelpAt => At(1, 640).AddSeconds(10);

    /// <summary>What the household's daily report must say.</summary>
    public IntervalSummary Expected(int household, int day)
    {
        var trips = Trips.Where(trip => trip.Household == household && trip.Day == day).Select(trip => trip.Returned - trip.Left).ToList();
        var unpowered = household == Unpowered && day == 1;
        return IntervalSummary.Create(
            trips.Count,
            TimeSpan.FromTicks(trips.Sum(trip => trip.Ticks)),
            trips.DefaultIfEmpty().Max(),
            visits: 0,
            unpowered ? Outage.To - Outage.From : TimeSpan.Zero,
            unpowered ? SummaryFlags.SensorFault : SummaryFlags.None);
    }

    /// <summary>A minute of one of the three days.</summary>
    public DateTimeOffset At(int day, double minute) => _clock.StartOf(_firstSlot + (ulong)day).AddMinutes(minute);

    private ScriptedTrip ToTrip((int Household, int Day) key, (int Minute, int Length) trip)
    {
        var left = At(key.Day, trip.Minute) + DoorOpenFor;
        return new ScriptedTrip(key.Household, key.Day, left, left.AddMinutes(trip.Length));
    }

    private IEnumerable<HouseAction> Everything(int household)
    {
        var trips = Trips.Where(trip => trip.Household == household).ToList();
        var actions = trips.SelectMany(trip => Walk(household, trip)).Concat(Living(household, trips));
        if (household == Unpowered)
        {
            actions = actions
                .Where(action => action.Time < Outage.From || action.Time > Outage.To)
                .Append(new HouseAction(Outage.From, household, ActionKind.PowerOff))
                .Append(new HouseAction(Outage.To, household, ActionKind.PowerOn));
        }

        return household == Caller ? actions.Append(new HouseAction(HelpAt, household, ActionKind.HelpPressed)) : actions;
    }

    /// <summary>To the door and out; later in and away from the door.</summary>
    private static IEnumerable<HouseAction> Walk(int household, ScriptedTrip trip)
    {
        var opened = trip.Left - DoorOpenFor;
        return
        [
            .. Motion(household, opened.AddSeconds(-12)),
            new HouseAction(opened, household, ActionKind.DoorOpens),
            new HouseAction(trip.Left, household, ActionKind.DoorCloses),
            new HouseAction(trip.Returned, household, ActionKind.DoorOpens),
            new HouseAction(trip.Returned + DoorOpenFor, household, ActionKind.DoorCloses),
            .. Motion(household, trip.Returned.AddSeconds(30)),
        ];
    }

    /// <summary>Motion now and then while somebody is home and awake.</summary>
    private IEnumerable<HouseAction> Living(int household, List<ScriptedTrip> trips)
    {
        var margin = TimeSpan.FromMinutes(1);
        for (var day = 0; day < Days; day++)
        {
            for (var minute = MinutesAwakeFrom + household; minute < MinutesAwakeUntil; minute += MotionEvery + household)
            {
                var time = At(day, minute);
                if (!trips.Exists(trip => time > trip.Left - margin && time < trip.Returned + margin))
                {
                    foreach (var action in Motion(household, time))
                    {
                        yield return action;
                    }
                }
            }
        }
    }

    private static IEnumerable<HouseAction> Motion(int household, DateTimeOffset time) =>
    [
        new HouseAction(time, household, ActionKind.MotionBegins),
        new HouseAction(time + MotionLasts, household, ActionKind.MotionEnds),
    ];
}
