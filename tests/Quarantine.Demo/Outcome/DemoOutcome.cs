namespace Quarantine.Demo.Outcome;

/// <summary>What came of the scenario, beside what its script says must come.</summary>
internal sealed class DemoOutcome
{
    public int Households { get; set; }

    public int Days { get; set; }

    public int ReportsExpected { get; set; }

    public int ReportsAccepted { get; set; }

    /// <summary>Daily reports that said exactly what the script says; a report names nobody, so sets of a day are compared.</summary>
    public int ReportsTrue { get; set; }

    public int ViolationsExpected { get; set; }

    /// <summary>Daily reports over the limit whose ring signature the officer verified.</summary>
    public int ViolationsDetected { get; set; }

    public int FalseViolations { get; set; }

    public int AlertsExpected { get; set; }

    public int AlertsDetected { get; set; }

    /// <summary>Simulated minutes from the door to the officer's view of the alert, the longest.</summary>
    public double AlertMinutesMax { get; set; }

    public int ForgedRejected { get; set; }

    public int DoublesRejected { get; set; }

    public int EmergenciesSent { get; set; }

    public int EmergenciesOpened { get; set; }

    public int EmergenciesVerified { get; set; }

    public int EmergenciesAcknowledgedAtHome { get; set; }

    public int TripsScripted { get; set; }

    public int TripsDetected { get; set; }

    public int UnknownMinutesExpected { get; set; }

    public int UnknownMinutesReported { get; set; }

    /// <summary>Wall clock, from the door to the officer's view.</summary>
    public List<double> AlertLatenciesMs { get; } = [];

    public long EventsSent { get; set; }

    public long EventsStored { get; set; }

    public long Transactions { get; set; }

    public long GasPerReportMedian { get; set; }

    /// <summary>Events, reports and emergencies that did not arrive.</summary>
    public long Lost => EventsSent - EventsStored + (ReportsExpected - ReportsAccepted) + (EmergenciesSent - EmergenciesOpened);

    public double WallSeconds { get; set; }

    public double AlertLatencyMsMedian => AlertLatenciesMs.Count == 0 ? 0 : AlertLatenciesMs.Order().ElementAt(AlertLatenciesMs.Count / 2);

    /// <summary>What is not as the script says; empty where everything is.</summary>
    public IReadOnlyList<string> Differences()
    {
        var differences = new List<string>();
        Expect("reportsAccepted", ReportsExpected, ReportsAccepted);
        Expect("reportsTrue", ReportsExpected, ReportsTrue);
        Expect("violationsDetected", ViolationsExpected, ViolationsDetected);
        Expect("falseViolations", 0, FalseViolations);
        Expect("alertsDetected", AlertsExpected, AlertsDetected);
        Expect("forgedRejected", 1, ForgedRejected);
        Expect("doublesRejected", 1, DoublesRejected);
        Expect("emergenciesSent", 1, EmergenciesSent);
        Expect("emergenciesOpened", EmergenciesSent, EmergenciesOpened);
        Expect("emergenciesVerified", EmergenciesSent, EmergenciesVerified);
        Expect("emergenciesAcknowledgedAtHome", EmergenciesSent, EmergenciesAcknowledgedAtHome);
        Expect("tripsDetected", TripsScripted, TripsDetected);
        Expect("unknownMinutesReported", UnknownMinutesExpected, UnknownMinutesReported);
        Expect("lost", 0, Lost);
        if (AlertMinutesMax > 15)
        {
            differences.Add($"alertMinutesMax: at most 15 expected, {AlertMinutesMax:0.0} came");
        }

        return differences;

        void Expect(string name, long expected, long actual)
        {
            if (expected != actual)
            {
                differences.Add($"{name}: {expected} expected, {actual} came");
            }
        }
    }
}
