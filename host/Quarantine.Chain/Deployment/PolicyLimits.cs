using Quarantine.Messages.Reports;

namespace Quarantine.Chain.Deployment;

/// <summary>Thresholds of the policies that are deployed together. They are immutable once deployed. The strong policy has none to choose.</summary>
public sealed record PolicyLimits
{
    /// <summary>What the contracts keep for a limit that a policy does not have.</summary>
    private const ushort Unlimited = ushort.MaxValue;

    /// <summary>General: trips a slot. Default 3.</summary>
    public ushort GeneralTrips { get; init; } = 3;

    /// <summary>Moderate: trips a slot. Default 2.</summary>
    public ushort ModerateTrips { get; init; } = 2;

    /// <summary>Moderate: minutes outside a slot. Default 60.</summary>
    public ushort ModerateMinutesOutside { get; init; } = 60;

    /// <summary>Moderate: minutes of the longest trip. Default 30.</summary>
    public ushort ModerateLongestTripMinutes { get; init; } = 30;

    /// <summary>What the contract of a policy holds, by the policy's name in a deployment; null where no policy has that name.</summary>
    public PolicyThresholds? ThresholdsOf(string policy) => policy switch
    {
        SystemDeployer.General => new PolicyThresholds(GeneralTrips, Unlimited, Unlimited, Unlimited, Alerts: false),
        SystemDeployer.Moderate =>
            new PolicyThresholds(ModerateTrips, ModerateMinutesOutside, ModerateLongestTripMinutes, Unlimited, Alerts: false),
        SystemDeployer.Strong => new PolicyThresholds(0, Unlimited, Unlimited, 0, Alerts: true),
        _ => null,
    };
}
