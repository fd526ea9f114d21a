using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Emergencies;
using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Worker.Desk;

/// <summary>
/// Verifies who calls: the gateway's signature was verified when the message was read; here the house number, against the registry.
/// </summary>
internal sealed class EmergencyVerifier(IEthereumNode node, QuarantineDeployment deployment, Bytes32 communityId, TimeProvider clock)
{
    /// <summary>Name of the check that reading the message made.</summary>
    public const string GatewaySignature = "gateway's signature";

    private readonly RegistryView _registry = new(node, deployment.Registry);

    /// <summary>Every check with its outcome. Throws what the node throws: then nothing is known.</summary>
    public async Task<IReadOnlyList<EmergencyCheck>> VerifyAsync(EmergencyContent content, CancellationToken cancellationToken)
    {
        var number = content.HouseNumber.HouseNumber;
        var signed = content.HouseNumber.TryRecoverOfficer(deployment.Domain, out var signer);
        var record = await _registry.HouseNumberOfAsync(number.Gateway, cancellationToken);
        var expires = DateTimeOffset.FromUnixTimeSeconds((long)Math.Min(number.ExpiresAt, (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()));
        return
        [
            new EmergencyCheck(GatewaySignature, Holds: true, $"signed by {number.Gateway}, which the house number names"),
            new EmergencyCheck(
                "officer's signature",
                signed && await _registry.IsOfficerAsync(signer, cancellationToken),
                signed ? $"signed by {signer}" : "no valid signature"),
            new EmergencyCheck("community", number.CommunityId == communityId, CommunityName.Of(number.CommunityId)),
            new EmergencyCheck("registered", record?.HouseNumber == number, Registered(record, number)),
            new EmergencyCheck("not revoked", record is { Revoked: false }, Revoked(record)),
            new EmergencyCheck("not expired", !number.IsExpiredAt(clock.GetUtcNow()), $"release date {expires:u}"),
        ];
    }

    private static string Registered(HouseNumberRecord? record, VirtualHouseNumber number) => record switch
    {
        null => "the registry does not know the gateway",
        _ when record.HouseNumber == number => "it is the gateway's latest in the registry",
        _ => "the registry has another house number for the gateway",
    };

    private static string Revoked(HouseNumberRecord? record) => record switch
    {
        null => "the registry does not know the gateway",
        { Revoked: true } => "an officer revoked it",
        _ => "no officer revoked it",
    };
}
