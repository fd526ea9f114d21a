using System.CommandLine;
using System.Globalization;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Presence;
using Quarantine.Terminal.Arguments;

namespace Quarantine.Gateway.Commands;

/// <summary>A command's options for the times by which presence judges; those of the configuration file, with its defaults and ranges.</summary>
internal sealed class PresenceArguments
{
    private static readonly PresenceOptions Default = new();

    private readonly Option<TimeSpan> _settlingTime = Duration(
        "--settling-time", "Stillness that establishes an absence.", PresenceRanges.SettlingTime, Default.SettlingTime);

    private readonly Option<TimeSpan> _leaveGrace = Duration(
        "--leave-grace", "Motion this soon after the door is of whoever left.", PresenceRanges.LeaveGrace, Default.LeaveGrace);

    private readonly Option<TimeSpan> _returnLead = Duration(
        "--return-lead", "Motion this short before the door is of whoever returns.", PresenceRanges.ReturnLead, Default.ReturnLead);

    private readonly Option<TimeSpan> _motionHold = Duration(
        "--motion-hold", "Longest time that a motion sensor holds its output.", PresenceRanges.MotionHold, Default.MotionHold);

    private readonly Option<TimeSpan> _quiet = Duration(
        "--quiet-before-return", "Motion this short before the door is of somebody home.", PresenceRanges.QuietBeforeReturn, Default.QuietBeforeReturn);

    private readonly Option<TimeSpan> _minimumTrip = Duration(
        "--minimum-trip", "Shorter absences are steps outside the door.", PresenceRanges.MinimumTrip, Default.MinimumTrip);

    private readonly Option<TimeSpan> _outsideWindow = Duration(
        "--outside-window", "Motion outside within this belongs to the door.", PresenceRanges.OutsideWindow, Default.OutsideWindow);

    private readonly Option<double> _strayShare = TypedOption.Optional<double>(
        "--stray-motion-share", "Motion rarer than this share of the house's own is stray.", "SHARE", TryShare,
        $"a number from 0 to {PresenceRanges.MostStrayMotionShare.ToString(CultureInfo.InvariantCulture)}", Default.StrayMotionShare);

    public PresenceArguments(Command command)
    {
        foreach (var option in (Option[])[_settlingTime, _leaveGrace, _returnLead, _motionHold, _quiet, _minimumTrip, _outsideWindow, _strayShare])
        {
            command.Options.Add(option);
        }
    }

    public PresenceOptions Read(ParseResult parse) => new()
    {
        SettlingTime = parse.GetValue(_settlingTime),
        LeaveGrace = parse.GetValue(_leaveGrace),
        ReturnLead = parse.GetValue(_returnLead),
        MotionHold = parse.GetValue(_motionHold),
        QuietBeforeReturn = parse.GetValue(_quiet),
        MinimumTrip = parse.GetValue(_minimumTrip),
        OutsideWindow = parse.GetValue(_outsideWindow),
        StrayMotionShare = parse.GetValue(_strayShare),
    };

    private static Option<TimeSpan> Duration(string name, string description, (TimeSpan Least, TimeSpan Most) range, TimeSpan absent) =>
        TypedOption.Optional<TimeSpan>(
            name,
            description,
            "HH:MM:SS",
            (string text, out TimeSpan value) =>
                TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value) && value >= range.Least && value <= range.Most,
            $"a duration from {range.Least:c} to {range.Most:c}",
            absent);

    private static bool TryShare(string text, out double share) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out share)
        && share <= PresenceRanges.MostStrayMotionShare;
}
