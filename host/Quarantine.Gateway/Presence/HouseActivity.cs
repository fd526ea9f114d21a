namespace Quarantine.Gateway.Presence;

/// <summary>
/// How often something moves in this house while somebody is certainly home; the measure for what a silence, or a lone motion, is worth.
/// Immutable.
/// </summary>
internal readonly record struct HouseActivity
{
    /// <summary>Fewer active minutes than these tell nothing of the house's habits.</summary>
    private const int LeastKnown = 50;

    /// <summary>Only where this many active minutes would have been expected is their absence a sign.</summary>
    private const double LeastExpected = 5;

    /// <summary>Where fewer than these of all who come home are seen soon, the sensors do not cover the way from the door.</summary>
    private const double LeastSeenSoon = 0.5;

    private const double SurelySeenSoon = 0.9;

    private const int LeastStays = 5;

    /// <summary>Active minutes in close succession that nothing but somebody makes.</summary>
    private const int CertainStay = 4;

    /// <summary>Older habits fade: sensors are moved, and people fall ill.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(14);

    private double Active { get; init; }

    private double HomeMinutes { get; init; }

    private double Stays { get; init; }

    private double StaysSeenSoon { get; init; }

    /// <summary>The habits after a further stay at home.</summary>
    /// <param name="stay">How long it was.</param>
    /// <param name="activeMinutes">Minutes of it in which something moved.</param>
    /// <param name="seenSoon">Whether something moved soon after the door.</param>
    public HouseActivity With(TimeSpan stay, int activeMinutes, bool seenSoon)
    {
        var home = HomeMinutes + stay.TotalMinutes;
        var kept = Math.Min(1, Memory.TotalMinutes / Math.Max(home, 1));
        return new HouseActivity
        {
            HomeMinutes = home * kept,
            Active = (Active + activeMinutes) * kept,
            Stays = (Stays + 1) * kept,
            StaysSeenSoon = (StaysSeenSoon + (seenSoon ? 1 : 0)) * kept,
        };
    }

    /// <summary>Whether everybody who stays home is seen soon after the door.</summary>
    public bool SeesWhoStays => Stays >= LeastStays && StaysSeenSoon >= Stays * SurelySeenSoon;

    /// <summary>Whether so little motion in so long a time is stray: rarer than <paramref name="share"/> of what somebody home would cause.</summary>
    public bool IsStray(MotionTally motion, TimeSpan duration, double share)
    {
        if (Active < LeastKnown || StaysSeenSoon < Stays * LeastSeenSoon || motion.LongestStay >= CertainStay)
        {
            return false;
        }

        var expected = Active / HomeMinutes * duration.TotalMinutes;
        return expected >= LeastExpected && motion.ActiveMinutes <= expected * share;
    }
}
