using System.Text;

namespace Quarantine.Hardware.Pages;

/// <summary>A table as GitHub prints it.</summary>
public static class MarkdownTable
{
    public static string Of(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        Append(text, head);
        Append(text, [.. head.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
