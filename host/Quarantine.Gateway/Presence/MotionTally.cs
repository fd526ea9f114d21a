namespace Quarantine.Gateway.Presence;

/// <summary>
/// Motion inside since a door event, counted by the minute, so that a sensor that chatters counts no more than one that holds. Immutable.
/// </summary>
internal sealed record MotionTally
{
    /// <summary>Motion this soon after motion is of the same walk.</summary>
    private static readonly TimeSpan WalkGap = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Active minutes that follow each other within this are one stay.</summary>
    private static readonly TimeSpan StayGap = TimeSpan.FromMinutes(5);

    public static readonly MotionTally None = new();

    public DateTimeOffset? First { get; private init; }

    public DateTimeOffset? Last { get; private init; }

    /// <summary>Minutes in which something moved.</summary>
    public int ActiveMinutes { get; private init; }

    /// <summary>Most active minutes that followed each other closely.</summary>
    public int LongestStay { get; private init; }

    private int Stay { get; init; }

    private DateTimeOffset? Counted { get; init; }

    private DateTimeOffset WalkStart { get; init; }

    /// <summary>The tally before the present walk.</summary>
    private MotionTally? BeforeWalk { get; init; }

    /// <summary>The tally with motion at a moment that is not before the last.</summary>
    public MotionTally With(DateTimeOffset time)
    {
        var walks = Last is { } last && time - last <= WalkGap;
        var counts = Counted is not { } counted || time - counted >= Minute;
        var stay = !counts ? Stay : Counted is { } before && time - before <= StayGap ? Stay + 1 : 1;
        return this with
        {
            First = First ?? time,
            Last = time,
            ActiveMinutes = ActiveMinutes + (counts ? 1 : 0),
            Stay = stay,
            LongestStay = Math.Max(LongestStay, stay),
            Counted = counts ? time : Counted,
            WalkStart = walks ? WalkStart : time,
            BeforeWalk = walks ? BeforeWalk : this with { BeforeWalk = null },
        };
    }

    /// <summary>The tally without the last walk, where that began within <paramref name="lead"/> of the door.</summary>
    public MotionTally WithoutArrival(DateTimeOffset door, TimeSpan lead) =>
        BeforeWalk is { } before && door - WalkStart <= lead ? before : this;
}
