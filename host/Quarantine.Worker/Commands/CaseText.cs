using System.Text.Json;
using Quarantine.Terminal.Output;
using Quarantine.Worker.Desk;
using Spectre.Console;

namespace Quarantine.Worker.Commands;

/// <summary>A case as one line, or one JSON object, without anything personal: that is shown by 'open' alone.</summary>
internal sealed class CaseText(EmergencyCase entry) : IRendering
{
    private static readonly Style Urgent = new(Color.Red, decoration: Decoration.Bold);

    public static CaseStatus StatusOf(EmergencyCase entry) => entry switch
    {
        { ResolvedBy: not null } => CaseStatus.Resolved,
        { AcknowledgedBy: not null } => CaseStatus.Acknowledged,
        { IsForged: true } => CaseStatus.Forged,
        { Content: not null } => CaseStatus.Waiting,
        _ => CaseStatus.Announced,
    };

    public void WriteText(IAnsiConsole console)
    {
        var status = StatusOf(entry);
        console.WriteLine(
            $"{FactValue.Of(entry.Received).Text}  {status,-12}  {entry.Hash}{By()}", status == CaseStatus.Waiting ? Urgent : Style.Plain);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("hash", entry.Hash.ToString());
        json.WriteString("status", StatusOf(entry).ToString());
        json.WritePropertyName("received");
        FactValue.Of(entry.Received).WriteJson(json);
        json.WriteBoolean("posted", entry.IsPosted);
        json.WritePropertyName("acknowledgedBy");
        FactValue.Of(entry.AcknowledgedBy?.ToString()).WriteJson(json);
        json.WritePropertyName("resolvedBy");
        FactValue.Of(entry.ResolvedBy?.ToString()).WriteJson(json);
        json.WriteEndObject();
    }

    private string By() => (entry.ResolvedBy ?? entry.AcknowledgedBy) is { } worker ? $"  by {worker}" : "";
}
