namespace Quarantine.Hardware.Pages;

/// <summary>Parts of a page that are written by a program: between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
public static class GeneratedBlocks
{
    private const string Begin = "<!-- generated: ";
    private const string BeginEnd = " -->\n";
    private const string End = "<!-- end -->";

    /// <summary>The page with each block's content replaced by what <paramref name="contentOf"/> gives for its name.</summary>
    /// <exception cref="FormatException">A block is not closed.</exception>
    public static string Fill(string page, Func<string, string> contentOf)
    {
        var result = new System.Text.StringBuilder();
        var position = 0;
        while (page.IndexOf(Begin, position, StringComparison.Ordinal) is >= 0 and var begin)
        {
            var nameEnd = page.IndexOf(BeginEnd, begin, StringComparison.Ordinal);
            var end = nameEnd < 0 ? -1 : page.IndexOf(End, nameEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new FormatException($"A generated block is not closed: {page[begin..Math.Min(page.Length, begin + 60)]}");
            }

            var content = nameEnd + BeginEnd.Length;
            result.Append(page, position, content - position).Append(contentOf(page[(begin + Begin.Length)..nameEnd]));
            position = end;
        }

        return result.Append(page, position, page.Length - position).ToString();
    }

    public static IReadOnlyList<string> NamesIn(string page)
    {
        var names = new List<string>();
        Fill(page, name =>
        {
            names.Add(name);
            return string.Empty;
        });
        return names;
    }
}
