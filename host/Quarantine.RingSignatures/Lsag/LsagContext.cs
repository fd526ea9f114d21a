using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>What every link of one signature's ring has in common.</summary>
/// <param name="Message">M, which binds scope, ring, state, relay and tag into every challenge, not into the first alone.</param>
/// <param name="Epsilon">The scope's scalar.</param>
/// <param name="Tag">T.</param>
internal readonly record struct LsagContext(Bytes32 Message, PublicScalar Epsilon, Tag Tag)
{
    /// <summary>The context of a statement made in the ring with this code hash.</summary>
    internal static LsagContext Create(Statement statement, Bytes32 ringCodeHash, Tag tag)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return new LsagContext(MessageUnder(Domains.Message, statement, ringCodeHash, tag), statement.Scope.Epsilon(), tag);
    }

    /// <summary>
    /// M = keccak256(abi.encode(MSG_DOMAIN, chainId, contract, communityId, ringCodeHash, kind, slot, state, relay, T.x, parity(T))),
    /// under a domain tag that only vectors choose.
    /// </summary>
    internal static Bytes32 MessageUnder(Bytes32 messageDomain, Statement statement, Bytes32 ringCodeHash, Tag tag)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var scope = statement.Scope;
        return WordHash.Of(
            messageDomain,
            Bytes32.FromUInt64(scope.ChainId),
            scope.Contract.ToWord(),
            scope.CommunityId,
            ringCodeHash,
            Bytes32.FromUInt64(scope.Kind),
            Bytes32.FromUInt64(scope.Slot),
            statement.State,
            statement.Relay.ToWord(),
            tag.X,
            Bytes32.FromUInt64(tag.Parity));
    }
}
