using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;

namespace Quarantine.Chain.Deployment;

/// <summary>The immutables of a <c>QuarantinePolicy</c>.</summary>
internal sealed record PolicyImmutables(Address Registry, Address Fund, PolicyThresholds Thresholds)
{
    /// <summary>The contract of each policy's name in a deployment.</summary>
    public static FrozenDictionary<string, string> Contracts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [SystemDeployer.General] = "GeneralQuarantine",
        [SystemDeployer.Moderate] = "ModerateQuarantine",
        [SystemDeployer.Strong] = "StrongQuarantine",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>False where a word is not of its immutable's type.</summary>
    public static bool TryRead(IReadOnlyDictionary<string, Bytes32> words, [NotNullWhen(true)] out PolicyImmutables? immutables)
    {
        immutables = null;
        if (!Address.TryFromWord(words["_registry"], out var registry)
            || !Address.TryFromWord(words["_fund"], out var fund)
            || !TryReadNumber(words["_maxTrips"], out var trips)
            || !TryReadNumber(words["_maxMinutesOutside"], out var minutes)
            || !TryReadNumber(words["_maxLongestTripMinutes"], out var longest)
            || !TryReadNumber(words["_maxVisits"], out var visits)
            || !TryReadNumber(words["_alerts"], out var alerts)
            || alerts > 1)
        {
            return false;
        }

        immutables = new PolicyImmutables(registry, fund, new PolicyThresholds(trips, minutes, longest, visits, alerts == 1));
        return true;
    }

    /// <summary>
    /// Whether the thresholds are those that a policy of this name has by <paramref name="limits"/>; where none are given, whether they are any
    /// that such a policy can have.
    /// </summary>
    public bool HasThresholdsOf(string policy, PolicyLimits? limits) => Thresholds == (limits ?? Limits).ThresholdsOf(policy);

    /// <summary>The limits that a deployment with these thresholds was made with, whatever the policy is.</summary>
    private PolicyLimits Limits => new()
    {
        GeneralTrips = Thresholds.MaxTrips,
        ModerateTrips = Thresholds.MaxTrips,
        ModerateMinutesOutside = Thresholds.MaxMinutesOutside,
        ModerateLongestTripMinutes = Thresholds.MaxLongestTripMinutes,
    };

    private static bool TryReadNumber(Bytes32 word, out ushort number)
    {
        var value = word.ToBigInteger();
        number = value <= ushort.MaxValue ? (ushort)value : default;
        return value <= ushort.MaxValue;
    }
}
