using System.Text.Json;
using Quarantine.Messages.Summaries;
using Quarantine.Officer.Verification;
using Quarantine.Officer.Watching;
using Quarantine.Terminal.Output;
using Spectre.Console;

namespace Quarantine.Officer.Commands;

/// <summary>A finding as one line, or one JSON object with its <c>type</c>.</summary>
internal sealed class FindingText(Finding finding) : IRendering
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    public void WriteText(IAnsiConsole console)
    {
        var (style, text) = finding switch
        {
            ReportFinding report => (
                Style.Plain, $"report     {Day(report.Slot)}  {report.Kind,-5}  {(report.Compliant ? "kept" : "exceeded"),-8}  {Says(report.Summary)}"),
            ViolationFinding violation => (
                violation.Verdict == ViolationVerdict.Verified ? Good : Bad,
                $"VIOLATION  {Day(violation.Slot)}  {violation.Kind,-5}  {violation.Verdict}  {Says(violation.Summary)}"),
            EmergencyFinding emergency => (Style.Plain, $"emergency  {emergency.Status,-12}  {emergency.Hash}"),
            WithdrawnFinding withdrawn => (Bad, $"withdrawn  what was found in block {withdrawn.Position.Block} is no longer on the chain"),
            _ => throw new InvalidOperationException($"{finding.GetType().Name} has no text."),
        };
        console.WriteLine($"{FactValue.OfCommunity(finding.CommunityId).Text}  {text}", style);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(json, finding);
        json.WriteEndObject();
    }

    /// <summary>For a person.</summary>
    internal static string Says(IntervalSummary? summary) => summary is null
        ? "malformed state"
        : $"{summary.Trips} trips, {summary.MinutesOutside} min outside (longest {summary.LongestTripMinutes}), {summary.Visits} visits, "
            + $"{summary.UnknownMinutes} min unknown{(summary.Flags == SummaryFlags.None ? "" : $", {summary.Flags}")}";

    private static void WriteMembers(Utf8JsonWriter json, Finding found)
    {
        var type = found.GetType().Name;
        json.WriteString("type", type[..^nameof(Finding).Length].ToLowerInvariant());
        json.WriteString("community", found.CommunityId.ToString());
        json.WriteNumber("block", found.Position.Block);
        json.WriteString("transaction", found.Position.Transaction.ToString());
        switch (found)
        {
            case ReportFinding report:
                WriteReport(json, report.Slot, report.Kind.ToString(), report.Summary);
                json.WriteBoolean("compliant", report.Compliant);
                break;
            case ViolationFinding violation:
                WriteReport(json, violation.Slot, violation.Kind.ToString(), violation.Summary);
                json.WriteString("policy", violation.Policy.ToString());
                json.WriteString("verdict", violation.Verdict.ToString());
                break;
            case EmergencyFinding emergency:
                json.WriteString("hash", emergency.Hash.ToString());
                json.WriteString("status", emergency.Status.ToString());
                break;
            case WithdrawnFinding withdrawn:
                json.WriteStartObject("former");
                WriteMembers(json, withdrawn.Former);
                json.WriteEndObject();
                break;
            default:
                break;
        }
    }

    private static void WriteReport(Utf8JsonWriter json, ulong slot, string kind, IntervalSummary? summary)
    {
        json.WriteNumber("slot", slot);
        json.WriteString("kind", kind);
        if (summary is not null)
        {
            json.WriteNumber("trips", summary.Trips);
            json.WriteNumber("minutesOutside", summary.MinutesOutside);
            json.WriteNumber("longestTripMinutes", summary.LongestTripMinutes);
            json.WriteNumber("visits", summary.Visits);
            json.WriteNumber("unknownMinutes", summary.UnknownMinutes);
            json.WriteString("flags", summary.Flags.ToString());
        }
    }

    private static string Day(ulong slot) => FactValue.OfSlot(slot).Text;
}
