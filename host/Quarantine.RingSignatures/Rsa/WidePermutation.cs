using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>
/// E_k, a permutation of {0,1}^b for every 32-byte key (2001 paper, 3.2): eight Feistel rounds over HKDF-SHA256(ikm: half, salt: k,
/// info: round).
/// </summary>
/// <remarks>
/// k is public, and the 2001 proof takes E for an ideal cipher. Eight rounds of random functions are indifferentiable from one (Dai and
/// Steinberger, 2016). The four rounds of Luby and Rackoff (1988) need a secret key: with a public one, a birthday search on the outer
/// rounds forges signatures.
/// </remarks>
internal static class WidePermutation
{
    private const int Half = RstDomain.Length / 2;
    private const int Rounds = 8;

    /// <summary>block = E_k(block).</summary>
    internal static void Encrypt(ReadOnlySpan<byte> key, Span<byte> block)
    {
        for (var round = 0; round < Rounds; round++)
        {
            ApplyRound(key, round, block);
        }
    }

    /// <summary>block = E_k⁻¹(block).</summary>
    internal static void Decrypt(ReadOnlySpan<byte> key, Span<byte> block)
    {
        for (var round = Rounds - 1; round >= 0; round--)
        {
            ApplyRound(key, round, block);
        }
    }

    /// <summary>One half takes up a function of the other, in turn: each round is its own inverse.</summary>
    private static void ApplyRound(ReadOnlySpan<byte> key, int round, Span<byte> block)
    {
        Span<byte> mask = stackalloc byte[Half];
        var left = block[..Half];
        var right = block[Half..];
        var source = round % 2 == 0 ? right : left;
        var target = round % 2 == 0 ? left : right;
        HKDF.DeriveKey(HashAlgorithmName.SHA256, source, mask, key, [(byte)round]);
        RstEquations.Xor(mask, target);
    }
}
