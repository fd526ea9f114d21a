using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.Nodes;

public sealed class JsonRpcNodeTests : EthereumNodeContract
{
    protected override IEthereumNode Connect(AnvilServer anvil) => new JsonRpcNode(anvil.Client);
}
