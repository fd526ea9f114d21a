namespace Quarantine.Gateway.Configuration;

/// <summary>When reports leave.</summary>
public sealed record ReportingOptions
{
    /// <summary>A daily report leaves at a random moment within this time after the slot's end. 1 min to 2 d, default 8 h.</summary>
    public TimeSpan DailyWindow { get; set; } = TimeSpan.FromHours(8);

    /// <summary>As a relay: a daily report is held for a random time up to this. 0 to 12 h, default 1 h.</summary>
    public TimeSpan RelayHold { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A report that is not on the chain after this time goes through another relay. 1 min to 1 d, default 3 h.</summary>
    public TimeSpan RelayTimeout { get; set; } = TimeSpan.FromHours(3);

    /// <summary>The same for alerts and emergencies. 5 s to 1 h, default 30 s.</summary>
    public TimeSpan UrgentRelayTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        Check.Span(DailyWindow, TimeSpan.FromMinutes(1), TimeSpan.FromDays(2), "Reporting:DailyWindow");
        Check.Span(RelayHold, TimeSpan.Zero, TimeSpan.FromHours(12), "Reporting:RelayHold");
        Check.Span(RelayTimeout, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), "Reporting:RelayTimeout");
        Check.Span(UrgentRelayTimeout, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1), "Reporting:UrgentRelayTimeout");
        Check.That(RelayTimeout > RelayHold, "Reporting:RelayTimeout", "must be longer than Reporting:RelayHold");
    }
}
