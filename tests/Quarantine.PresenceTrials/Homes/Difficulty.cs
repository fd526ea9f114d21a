namespace Quarantine.PresenceTrials.Homes;

/// <summary>What makes a home hard to judge. Counts are of a day unless they say otherwise; zero: does not happen.</summary>
internal sealed record Difficulty(string Name)
{
    /// <summary>Whether the sensors can tell at all; where they cannot, the figures are shown, and hold nobody to anything.</summary>
    public bool Decidable { get; init; } = true;

    /// <summary>Door opened and closed again, with nobody leaving.</summary>
    public double QuickOpenings { get; init; }

    /// <summary>Longest stillness of somebody awake, in minutes.</summary>
    public double LongestStill { get; init; } = 12;

    /// <summary>Chance that somebody goes to bed as soon as they come in, and is seen only on the way there.</summary>
    public double ToBedOnReturn { get; init; }

    /// <summary>Chance that a motion sensor fires again within a minute after somebody left.</summary>
    public double CoolDown { get; init; }

    /// <summary>Minutes that a motion sensor holds its output.</summary>
    public double Hold { get; init; } = 0.05;

    public double Deliveries { get; init; }

    public double Visits { get; init; }

    /// <summary>Chance that somebody comes back at once for something forgotten.</summary>
    public double Forgets { get; init; }

    /// <summary>Longest time that the door is held open, in minutes.</summary>
    public double LongestHeld { get; init; } = 0.2;

    public double StrayMotion { get; init; }

    /// <summary>Chance that a report of the door is lost.</summary>
    public double LostReports { get; init; }

    /// <summary>The door repeats its state every hour.</summary>
    public bool SignsOfLife { get; init; }

    /// <summary>Longest delay of an event, in minutes.</summary>
    public double Delay { get; init; }

    /// <summary>Failures of the motion sensor that are noticed, some hours each.</summary>
    public double SensorFailures { get; init; }

    /// <summary>Power cuts of the gateway, some hours each; what happens meanwhile is never reported.</summary>
    public double PowerCuts { get; init; }

    /// <summary>Chance that somebody else stays home while one leaves.</summary>
    public double OtherStays { get; init; }

    /// <summary>Mean minutes between a pet's walks.</summary>
    public double PetWalks { get; init; }

    /// <summary>Chance that an outing goes through a door that has no contact.</summary>
    public double OtherDoor { get; init; }

    /// <summary>The motion sensor dies for good in the middle of the recording, and nobody tells.</summary>
    public bool DiesUnnoticed { get; init; }
}
