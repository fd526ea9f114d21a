namespace Quarantine.Ethereum.Abi;

/// <summary>Makes text from a stranger fit for a log or a terminal.</summary>
internal static class DisplayText
{
    /// <summary>Replaces control characters, which could forge log lines or drive a terminal, and cuts at <paramref name="longest"/> characters.</summary>
    internal static string Of(string text, int longest)
    {
        var shown = text.Length > longest ? string.Concat(text.AsSpan(0, longest), "…") : text;
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsControl(source[i]) || char.IsSurrogate(source[i]) || IsDirection(source[i]) ? '\uFFFD' : source[i];
            }
        });
    }

    /// <summary>Marks that reverse what follows on the screen.</summary>
    private static bool IsDirection(char c) => c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF';
}
