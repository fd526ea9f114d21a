using System.Diagnostics.CodeAnalysis;
using System.Text;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.Communities;

/// <summary>
/// Readable community ids: 1 to 31 of a-z, 0-9 and '-' as ASCII in the id's high bytes, zero-filled. Any other id is written in hexadecimal,
/// and no name begins with <c>0x</c>, so that a shortened id is not taken for a name.
/// </summary>
public static class CommunityName
{
    /// <summary>Longest name in characters.</summary>
    public const int MaximumLength = Bytes32.Length - 1;

    /// <summary>Reads a name, or 0x and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out Bytes32 communityId)
    {
        if (IsName(text))
        {
            var bytes = new byte[Bytes32.Length];
            Encoding.ASCII.GetBytes(text, bytes);
            communityId = new Bytes32(bytes);
            return true;
        }

        communityId = default;
        return text is not null && text.StartsWith("0x", StringComparison.Ordinal) && Bytes32.TryParse(text, out communityId);
    }

    /// <summary>The name where the id is one, otherwise its hexadecimal digits.</summary>
    public static string Of(Bytes32 communityId)
    {
        var text = Encoding.Latin1.GetString(communityId.ToArray()).TrimEnd('\0');
        return IsName(text) ? text : communityId.ToString();
    }

    private static bool IsName([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= MaximumLength } && text.All(IsLetter) && !text.StartsWith("0x", StringComparison.Ordinal);

    private static bool IsLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
