namespace Quarantine.Chain.Deployment;

/// <summary>Thresholds of the policies that are deployed together. They are immutable once deployed. The strong policy has none to choose.</summary>
public sealed record PolicyLimits
{
    /// <summary>General: trips a slot. Default 3.</summary>
    public ushort GeneralTrips { get; init; } = 3;

    /// <summary>Moderate: trips a slot. Default 2.</summary>
    public ushort ModerateTrips { get; init; } = 2;

    /// <summary>Moderate: minutes outside a slot. Default 60.</summary>
    public ushort ModerateMinutesOutside { get; init; } = 60;

    /// <summary>Moderate: minutes of the longest trip. Default 30.</summary>
    public ushort ModerateLongestTripMinutes { get; init; } = 30;
}
