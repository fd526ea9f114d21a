using System.CommandLine;
using System.Globalization;
using Quarantine.Chain.Deployment;
using Quarantine.Messages.Reports;
using Quarantine.Terminal.Arguments;

namespace Quarantine.Gateway.Commands;

/// <summary>A command's options that name a policy and its thresholds. Where one is left out, it is that of a standard deployment.</summary>
internal sealed class PolicyArguments
{
    private const ushort Unlimited = ushort.MaxValue;

    private static readonly PolicyLimits Standard = new();

    private static readonly Dictionary<string, PolicyThresholds> Policies = new(StringComparer.Ordinal)
    {
        ["general"] = new(Standard.GeneralTrips, Unlimited, Unlimited, Unlimited, Alerts: false),
        ["moderate"] = new(
            Standard.ModerateTrips, Standard.ModerateMinutesOutside, Standard.ModerateLongestTripMinutes, Unlimited, Alerts: false),
        ["strong"] = new(0, Unlimited, Unlimited, 0, Alerts: true),
    };

    private readonly Option<string> _policy = TypedOption.Required<string>(
        "--policy", "The rules: general (trips), moderate (trips and minutes) or strong (any trip or visit).", "NAME", TryName, "general, moderate or strong");

    private readonly Option<ushort?> _trips = Limit("--max-trips", "Trips a day.");
    private readonly Option<ushort?> _minutes = Limit("--max-minutes", "Minutes outside a day.");
    private readonly Option<ushort?> _longest = Limit("--max-longest", "Minutes of the longest trip.");
    private readonly Option<ushort?> _visits = Limit("--max-visits", "Visits a day.");

    public PolicyArguments(Command command)
    {
        foreach (var option in (Option[])[_policy, _trips, _minutes, _longest, _visits])
        {
            command.Options.Add(option);
        }
    }

    public (string Name, PolicyThresholds Thresholds) Read(ParseResult parse)
    {
        var name = parse.GetValue(_policy)!;
        var standard = Policies[name];
        return (name, standard with
        {
            MaxTrips = parse.GetValue(_trips) ?? standard.MaxTrips,
            MaxMinutesOutside = parse.GetValue(_minutes) ?? standard.MaxMinutesOutside,
            MaxLongestTripMinutes = parse.GetValue(_longest) ?? standard.MaxLongestTripMinutes,
            MaxVisits = parse.GetValue(_visits) ?? standard.MaxVisits,
        });
    }

    private static bool TryName(string text, out string name)
    {
        name = text;
        return Policies.ContainsKey(text);
    }

    private static Option<ushort?> Limit(string name, string description) => TypedOption.Optional<ushort?>(
        name, $"{description} Default: the policy's own.", "N", TryLimit, $"a whole number from 0 to {Unlimited}", absent: null);

    private static bool TryLimit(string text, out ushort? limit)
    {
        var ok = ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        limit = value;
        return ok;
    }
}
