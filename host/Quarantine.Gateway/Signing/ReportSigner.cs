using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Keys;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.Gateway.Signing;

/// <summary>Signs reports in the gateway's own ring, which it finds among all rings of the community.</summary>
public sealed class ReportSigner(GatewayKeys keys, CommunityFollower community, ulong chainId)
{
    private readonly LsagSigner _signer = new();

    /// <summary>The page and ring of this gateway in a slot; null where it is in none that has the registry's minimum size.</summary>
    public async Task<(ulong Page, Ring Ring)?> FindRingAsync(ulong slot, CancellationToken cancellationToken)
    {
        var minimum = community.Read(state => state.MinimumRing);
        foreach (var (page, ring) in await community.RingsAtAsync(slot, cancellationToken))
        {
            if (ring.Count >= minimum && ring.IndexOf(keys.Ring.PublicKey) >= 0)
            {
                return (page, ring);
            }
        }

        return null;
    }

    /// <summary>x of this gateway's tag in a scope.</summary>
    public Bytes32 TagOf(Address policy, ReportKind kind, ulong slot) =>
        _signer.CreateTag(keys.Ring, new Scope(chainId, policy, community.Read(state => state.CommunityId), (byte)kind, slot)).X;

    /// <summary>Signs for one relay, the only account that can submit it.</summary>
    public SignedReport Sign(Address policy, ReportKind kind, ulong slot, Bytes32 state, ulong page, Ring ring, Address relay)
    {
        var communityId = community.Read(known => known.CommunityId);
        var scope = new Scope(chainId, policy, communityId, (byte)kind, slot);
        return new SignedReport(policy, communityId, kind, slot, state, page, _signer.Sign(keys.Ring, ring, new Statement(scope, state, relay)));
    }
}
