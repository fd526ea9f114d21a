using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Configuration;

/// <summary>What the presence settings accept.</summary>
internal static class PresenceRanges
{
    public const double MostStrayMotionShare = 0.5;

    public static readonly (TimeSpan Least, TimeSpan Most) SettlingTime = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
    public static readonly (TimeSpan Least, TimeSpan Most) LeaveGrace = (TimeSpan.Zero, TimeSpan.FromMinutes(1));
    public static readonly (TimeSpan Least, TimeSpan Most) ReturnLead = (TimeSpan.Zero, TimeSpan.FromSeconds(10));
    public static readonly (TimeSpan Least, TimeSpan Most) MotionHold = (TimeSpan.Zero, TimeSpan.FromMinutes(10));
    public static readonly (TimeSpan Least, TimeSpan Most) QuietBeforeReturn = (TimeSpan.Zero, TimeSpan.FromMinutes(10));
    public static readonly (TimeSpan Least, TimeSpan Most) MinimumTrip = (TimeSpan.Zero, TimeSpan.FromMinutes(10));
    public static readonly (TimeSpan Least, TimeSpan Most) OutsideWindow = (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5));

    /// <summary>Throws <see cref="ConfigurationException"/> for the first setting that is wrong.</summary>
    public static void Validate(PresenceOptions options, string section)
    {
        Check(options.SettlingTime, SettlingTime, $"{section}:{nameof(options.SettlingTime)}");
        Check(options.LeaveGrace, LeaveGrace, $"{section}:{nameof(options.LeaveGrace)}");
        Check(options.ReturnLead, ReturnLead, $"{section}:{nameof(options.ReturnLead)}");
        Check(options.MotionHold, MotionHold, $"{section}:{nameof(options.MotionHold)}");
        Check(options.QuietBeforeReturn, QuietBeforeReturn, $"{section}:{nameof(options.QuietBeforeReturn)}");
        Check(options.MinimumTrip, MinimumTrip, $"{section}:{nameof(options.MinimumTrip)}");
        Check(options.OutsideWindow, OutsideWindow, $"{section}:{nameof(options.OutsideWindow)}");
        Configuration.Check.That(
            options.StrayMotionShare is >= 0 and <= MostStrayMotionShare,
            $"{section}:{nameof(options.StrayMotionShare)}",
            $"must lie in 0..{MostStrayMotionShare}, not {options.StrayMotionShare}");
    }

    private static void Check(TimeSpan value, (TimeSpan Least, TimeSpan Most) range, string setting) =>
        Configuration.Check.Span(value, range.Least, range.Most, setting);
}
