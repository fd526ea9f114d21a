using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Running;

public sealed class GatewayServiceTests : IDisposable
{
    private static readonly DateTimeOffset Now = ProvisionedHouse.Now;

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("removed", true)]
    [InlineData("hall", false)]
    public async Task Create_ANodeThatWasSilentBefore_IsAFaultNoLongerOnceItIsRemoved(string node, bool ends)
    {
        using var parts = new ServiceParts(Options(), _terminal.PathOf("gateway.db"));
        var faults = new FaultStore(parts.Database);
        faults.Begin(node, UnknownCause.Sensor, Now.AddHours(-5));

        await using var service = parts.CreateService();

        Assert.Equal(ends ? Now : null, Assert.Single(faults.All()).Span.To);
        Assert.Equal(ends ? Now : null, Assert.Single(service.Presence.Unknown).To);
    }

    private GatewayOptions Options()
    {
        using var key = NodeKey.Generate();
        return new GatewayOptions
        {
            House = ProvisionedHouse.Name,
            CommunityId = Bytes32.FromUInt64(1).ToString(),
            Nodes = [new NodeOptions { Id = "hall", KeyFile = _terminal.Write("hall.key", key.Export()) }],
        };
    }
}
