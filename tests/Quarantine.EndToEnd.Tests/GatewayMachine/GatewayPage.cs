using System.Text.RegularExpressions;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.GatewayMachine;

/// <summary>The pages that lead from an empty card, and from an empty board, to the first report.</summary>
internal static partial class GatewayPage
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "hardware", "gateway");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static string FirmwareText { get; } = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "firmware", "README.md"));

    /// <summary>The fenced blocks of a language, each without its fences.</summary>
    public static IEnumerable<string> Blocks(string page, string language) =>
        Fences().Matches(page).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value);

    /// <summary>The lines of the shell blocks that call a program, each as its words after the program's name; also where it stands in text.</summary>
    public static IEnumerable<string[]> Calls(string page, string program) => Blocks(page, "sh").SelectMany(block => block.Split('\n'))
        .Concat(InText().Matches(page).Select(match => match.Groups["code"].Value))
        .Select(line => line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(words => words.SkipWhile(word => word is "sudo" or "-u" or "quarantine").ToArray())
        .Where(words => words.Length > 1 && words[0] == program)
        .Select(words => words[1..]);

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fences();

    [GeneratedRegex("(?<!`)`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InText();
}
