using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Terminal.Arguments;

/// <summary>A chain node and the contracts that were found on its chain. Disposing closes the connection.</summary>
public sealed class ChainAccess(JsonRpcClient client, QuarantineDeployment deployment) : IDisposable
{
    public IEthereumNode Node { get; } = new JsonRpcNode(client);

    public QuarantineDeployment Deployment { get; } = deployment;

    public void Dispose() => client.Dispose();
}
