using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>What signer and verifier of rst-rsa share.</summary>
internal static class RstEquations
{
    /// <summary>
    /// k = h(m) (3.3), m being
    /// abi.encode(RSA_MSG_DOMAIN, chainId, contract, communityId, ringHash, kind, slot, state, relay).
    /// </summary>
    internal static Bytes32 Key(RsaRing ring, Statement statement)
    {
        var scope = statement.Scope;
        return WordHash.Of(
            Domains.RsaMessage,
            Bytes32.FromUInt64(scope.ChainId),
            scope.Contract.ToWord(),
            scope.CommunityId,
            ring.Hash,
            Bytes32.FromUInt64(scope.Kind),
            Bytes32.FromUInt64(scope.Slot),
            statement.State,
            statement.Relay.ToWord());
    }

    /// <summary>chain = E_k(y xor chain): one step of the combining function C_{k,v} (3.4).</summary>
    internal static void Combine(ReadOnlySpan<byte> key, ReadOnlySpan<byte> y, Span<byte> chain)
    {
        Xor(y, chain);
        WidePermutation.Encrypt(key, chain);
    }

    /// <summary>chain = E_k⁻¹(chain) xor y: the same step backwards.</summary>
    internal static void Uncombine(ReadOnlySpan<byte> key, ReadOnlySpan<byte> y, Span<byte> chain)
    {
        WidePermutation.Decrypt(key, chain);
        Xor(y, chain);
    }

    internal static void Xor(ReadOnlySpan<byte> value, Span<byte> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] ^= value[i];
        }
    }
}
