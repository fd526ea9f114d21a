using System.Text.RegularExpressions;

namespace Quarantine.Hardware.Pages;

/// <summary>Finds links to files of the repository that do not exist.</summary>
public static partial class MarkdownLinks
{
    /// <summary>Link targets of a page in order, those into other sites and within the page left out.</summary>
    public static IEnumerable<string> LocalTargetsIn(string page) =>
        Target().Matches(WithoutCode(page)).Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#') && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>The targets that are neither file nor folder, seen from the page's folder, or name a heading that the other page lacks.</summary>
    public static IReadOnlyList<string> Broken(string page, string folder) => [.. LocalTargetsIn(page).Where(target => IsBroken(target, folder))];

    /// <summary>Targets within the page that no heading answers.</summary>
    public static IReadOnlyList<string> BrokenAnchors(string page)
    {
        var anchors = AnchorsIn(page);
        return [.. Target().Matches(WithoutCode(page)).Select(match => match.Groups["target"].Value).Where(target => target.StartsWith('#') && !anchors.Contains(target[1..]))];
    }

    private static bool IsBroken(string target, string folder)
    {
        var parts = target.Split('#');
        var path = Path.Combine(folder, Uri.UnescapeDataString(parts[0]));
        return File.Exists(path)
            ? parts.Length > 1 && path.EndsWith(".md", StringComparison.Ordinal) && !AnchorsIn(File.ReadAllText(path)).Contains(parts[1])
            : !Directory.Exists(path);
    }

    private static HashSet<string> AnchorsIn(string page) =>
        Heading().Matches(page).Select(match => AnchorOf(match.Groups["text"].Value)).ToHashSet(StringComparer.Ordinal);

    private static string AnchorOf(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    private static string WithoutCode(string page) => Code().Replace(page, string.Empty);

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)\s>]+)>?(\s+""[^""]*"")?\s*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.+?)\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline, 1000)]
    private static partial Regex Code();
}
