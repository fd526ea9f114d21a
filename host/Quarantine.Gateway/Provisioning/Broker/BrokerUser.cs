namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>User names at a house's broker. It makes each client's id of its user name, so that nobody can take another's session.</summary>
internal static class BrokerUser
{
    public const string HomeAssistant = "home-assistant";

    public static string OfGateway(string house) => $"gateway-{house}";

    /// <summary>No id holds a '/', so that no node is taken for another user.</summary>
    public static string OfNode(string house, string node) => $"{house}/{node}";
}
