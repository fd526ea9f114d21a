using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Nodes;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Store;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Gateway.Running;

/// <summary>What a gateway is put together from. The service disposes none of it.</summary>
public sealed record GatewayParts
{
    public required GatewayOptions Options { get; init; }

    public required GatewayDatabase Database { get; init; }

    public required GatewayKeys Keys { get; init; }

    /// <summary>The officer's certificate; null before enrolment, when the gateway senses and cannot call for help.</summary>
    public SignedHouseNumber? HouseNumber { get; init; }

    public required QuarantineDeployment Deployment { get; init; }

    public required IEthereumNode Chain { get; init; }

    public required IMqttLinkFactory Links { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Takes what a person should know: errors that the service survives, nodes that start. Texts hold no secrets and no personal data.</summary>
    public required Action<string> Log { get; init; }
}
