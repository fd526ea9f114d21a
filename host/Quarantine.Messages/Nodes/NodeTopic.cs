using System.Diagnostics.CodeAnalysis;

namespace Quarantine.Messages.Nodes;

/// <summary>Topics of a house's broker: <c>quarantine/v1/&lt;house&gt;/&lt;node&gt;/&lt;channel&gt;</c>.</summary>
/// <param name="House">1 to 32 of a-z, 0-9 and '-'.</param>
/// <param name="Node">1 to 32 of a-z, 0-9 and '-'.</param>
/// <param name="Channel">event, state, availability, health or command.</param>
public sealed record NodeTopic(string House, string Node, string Channel)
{
    public const string Event = "event";
    public const string State = "state";
    public const string Availability = "availability";
    public const string Health = "health";
    public const string Command = "command";

    private const string Prefix = "quarantine/v1/";

    /// <summary>Whether an id is 1 to 32 of a-z, 0-9 and '-'.</summary>
    public static bool IsId(string id) => id.Length is >= 1 and <= 32 && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Where a node announces itself to Home Assistant.</summary>
    public static string Discovery(string node) => $"homeassistant/device/{node}/config";

    /// <summary>The filter of one channel of every node of a house.</summary>
    public static string Filter(string house, string channel) => $"{Prefix}{house}/+/{channel}";

    public static bool TryParse(string topic, [NotNullWhen(true)] out NodeTopic? parsed)
    {
        parsed = null;
        if (!topic.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var levels = topic[Prefix.Length..].Split('/');
        if (levels.Length != 3 || !IsId(levels[0]) || !IsId(levels[1])
            || levels[2] is not (Event or State or Availability or Health or Command))
        {
            return false;
        }

        parsed = new NodeTopic(levels[0], levels[1], levels[2]);
        return true;
    }

    public override string ToString() => $"{Prefix}{House}/{Node}/{Channel}";
}
