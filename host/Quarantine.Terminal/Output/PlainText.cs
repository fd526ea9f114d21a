using System.Globalization;
using System.Text;

namespace Quarantine.Terminal.Output;

/// <summary>
/// Makes text from a stranger fit for a terminal: control characters could drive it, marks of direction reverse what follows, and invisible
/// ones make two different texts look alike. Each becomes U+FFFD. Letters of every script stay.
/// </summary>
public static class PlainText
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(IsPlain(rune) ? rune : Rune.ReplacementChar);
        }

        return plain.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
