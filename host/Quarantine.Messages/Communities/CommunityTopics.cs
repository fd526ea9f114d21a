using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.Communities;

/// <summary>
/// Topics of the community's broker. Everybody of a community reads the same topics, so the broker does not learn whom a sealed message
/// is for.
/// </summary>
public static class CommunityTopics
{
    /// <summary>Sealed messages to relays.</summary>
    public static string Relay(Bytes32 communityId) => $"quarantine/v1/community/{communityId}/relay";

    /// <summary>Sealed emergencies to the pandemic workers.</summary>
    public static string Emergency(Bytes32 communityId) => $"quarantine/v1/community/{communityId}/emergency";
}
