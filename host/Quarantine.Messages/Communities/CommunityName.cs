using System.Text;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.Communities;

/// <summary>
/// Readable community ids: 1 to 31 of a-z, 0-9 and '-' as ASCII in the id's high bytes, zero-filled. Any other id is written in hexadecimal.
/// </summary>
public static class CommunityName
{
    /// <summary>Longest name in characters.</summary>
    public const int MaximumLength = Bytes32.Length - 1;

    /// <summary>Reads a name, or 0x and 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out Bytes32 communityId)
    {
        if (text is { Length: >= 1 and <= MaximumLength } && text.All(IsLetter))
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
        return text.Length is >= 1 and <= MaximumLength && text.All(IsLetter) ? text : communityId.ToString();
    }

    private static bool IsLetter(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
