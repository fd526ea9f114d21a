namespace Quarantine.Gateway.Provisioning;

/// <summary>
/// What was provisioned in a house. Mosquitto's password and access files follow from it, so that there is one file whose replacement makes a
/// change, or leaves everything as it was.
/// </summary>
public sealed record HouseRegister
{
    /// <summary>Null until the broker is set up.</summary>
    public RegisteredBroker? Broker { get; init; }

    public IReadOnlyList<RegisteredNode> Nodes { get; init; } = [];

    public RegisteredNode? Find(string id) => Nodes.FirstOrDefault(node => node.Id == id);

    public HouseRegister With(RegisteredNode node) => this with { Nodes = [.. Nodes, node] };

    public HouseRegister Without(string id) => this with { Nodes = [.. Nodes.Where(node => node.Id != id)] };
}
