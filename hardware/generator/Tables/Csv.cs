namespace Quarantine.Hardware.Tables;

/// <summary>Tables with a head, fields separated by commas, quoted where they hold one (RFC 4180, without line breaks in fields).</summary>
public static class Csv
{
    /// <summary>The rows as field by column name.</summary>
    /// <exception cref="FormatException">A row has more or fewer fields than the head, or a quote stays open.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = Fields(lines[0]);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = Fields(lines[i]);
            if (fields.Count != head.Count)
            {
                throw new FormatException($"Line {i + 1} has {fields.Count} fields, the head {head.Count}.");
            }

            rows.Add(head.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }

        return rows;
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return quoted ? throw new FormatException($"A quote stays open: {line}") : fields;
    }
}
