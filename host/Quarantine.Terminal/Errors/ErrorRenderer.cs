using System.Text.Json;
using Quarantine.Terminal.Output;

namespace Quarantine.Terminal.Errors;

/// <summary>Writes a report: three lines for a person, one JSON object for a machine.</summary>
internal static class ErrorRenderer
{
    internal static void Write(TextWriter error, ErrorReport report, bool json)
    {
        if (json)
        {
            error.WriteLine(JsonText.Compact(writer => Write(writer, report)));
            return;
        }

        error.WriteLine($"Error: {PlainText.Of(report.What)}");
        if (report.Where.Length > 0)
        {
            error.WriteLine($"  where: {PlainText.Of(report.Where)}");
        }

        error.WriteLine($"  next:  {PlainText.Of(report.Next)}");
    }

    private static void Write(Utf8JsonWriter json, ErrorReport report)
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteNumber("code", (int)report.Code);
        json.WriteString("name", report.Code.ToString());
        json.WriteString("what", report.What);
        json.WriteString("where", report.Where);
        json.WriteString("next", report.Next);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
