using System.Security.Cryptography;
using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Attacks;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Rsa;

public sealed class RstRsaTests
{
    private const int Width = 276;

    private static readonly Statement Statement = new(
        new Scope(31337, Address.Zero, Bytes32.FromUInt64(9), 1, 20_500), Bytes32.FromUInt64(1234), Address.Zero);

    private static readonly RSA[] Keys = SampleRsaKeys.Take(3);

    [Fact]
    public void Default_LibcryptoInstalled_IsLibcrypto() => Assert.Equal("libcrypto", RsaArithmetic.Default.Name);

    /// <summary>Whoever has libcrypto and whoever has not must understand each other.</summary>
    [Fact]
    public void Verify_SignedByOtherArithmetic_Accepts()
    {
        foreach (var (signing, verifying) in new[] { (RsaArithmetic.Managed, RsaArithmetic.Default), (RsaArithmetic.Default, RsaArithmetic.Managed) })
        {
            var signerRing = CreateRing(signing);
            var verifierRing = CreateRing(verifying);
            for (var i = 0; i < Keys.Length; i++)
            {
                using var pair = RsaRingKeyPair.Create(Keys[i], signing);
                var signature = new RstSigner().Sign(pair, signerRing, Statement);
                Assert.True(RstVerifier.Verify(verifierRing, Statement, signature));
            }
        }
    }

    [Fact]
    public void Sign_AnyPosition_BouncyCastleAccepts()
    {
        var moduli = Keys.Select(ModulusOf).ToArray();
        foreach (var key in Keys)
        {
            using var pair = RsaRingKeyPair.Create(key);
            var signature = new RstSigner().Sign(pair, CreateRing(RsaArithmetic.Default), Statement).ToArray();
            Assert.True(BouncyCastleRst.Verify(moduli, Statement, signature));
            signature[^1] ^= 1;
            Assert.False(BouncyCastleRst.Verify(moduli, Statement, signature));
        }
    }

    /// <summary>Inputs of all ones lie beyond the last whole multiple of n, where the extended permutation leaves them as they are.</summary>
    [Fact]
    public void Verify_SignatureOfBouncyCastleWithEdgeInputs_Accepts()
    {
        var random = new SeededRandom("rst oracle");
        var moduli = Keys.Select(ModulusOf).ToArray();
        byte[] ones = [.. Enumerable.Repeat((byte)0xFF, Width)];
        foreach (var edge in new[] { ones, new byte[Width], random.Take(Width) })
        {
            for (var position = 0; position < moduli.Length; position++)
            {
                var d = new BigInteger(1, Keys[position].ExportParameters(includePrivateParameters: true).D!);
                var encoded = BouncyCastleRst.Sign(moduli, position, d, Statement, random.Take(Width), [edge, edge, edge]);
                Assert.True(RstSignature.TryParse(encoded, out var signature));
                Assert.True(RstVerifier.Verify(CreateRing(RsaArithmetic.Default), Statement, signature));
                Assert.True(RstVerifier.Verify(CreateRing(RsaArithmetic.Managed), Statement, signature));
            }
        }
    }

    [Fact]
    public void TryCreate_KeysRepeatedOrOutOfOrder_False()
    {
        var keys = CreateRing(RsaArithmetic.Default).Keys.ToArray();

        Assert.False(RsaRing.TryCreate([keys[1], keys[0]], out _));
        Assert.False(RsaRing.TryCreate([keys[0], keys[0]], out _));
        Assert.False(RsaRing.TryCreate([], out _));
        Assert.False(RsaRing.TryCreate([null!], out _));
        Assert.False(RsaRing.TryCreate([keys[0], null!], out _));
        Assert.False(RsaRing.TryCreate([.. Enumerable.Repeat(keys[0], 65)], out _));
    }

    [Fact]
    public void TryCreate_OtherLengthOrEvenModulus_False()
    {
        var modulus = ModulusOf(Keys[0]);
        byte[] even = [.. modulus[..^1], (byte)(modulus[^1] & 0xFE)];
        byte[] shorter = [(byte)(modulus[0] & 0x7F), .. modulus[1..]];

        Assert.True(RsaRingPublicKey.TryCreate(modulus, out _));
        Assert.False(RsaRingPublicKey.TryCreate(even, out _));
        Assert.False(RsaRingPublicKey.TryCreate(shorter, out _));
        Assert.False(RsaRingPublicKey.TryCreate(modulus.AsSpan(1), out _));
        Assert.False(RsaRingPublicKey.TryCreate([0, .. modulus], out _));
        Assert.False(RsaRingPublicKey.TryCreate([], out _));
    }

    [Fact]
    public void TryCreate_HundredThousandRandomByteStrings_NeverThrows()
    {
        var random = new SeededRandom("random moduli");
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = random.Take(i % 50 == 0 ? RsaRingPublicKey.Length : random.Below(300));
            var isKey = bytes.Length == RsaRingPublicKey.Length && bytes[0] >= 0x80 && (bytes[^1] & 1) == 1;
            Assert.Equal(isKey, RsaRingPublicKey.TryCreate(bytes, out _));
        }

        for (var i = 0; i < 200; i++)
        {
            // An odd number of the right length is a key as far as anybody can tell; signatures still have to be checkable.
            var bytes = random.Take(RsaRingPublicKey.Length);
            if (RsaRingPublicKey.TryCreate(bytes, out var key) && RsaRing.TryCreate([key], out var ring)
                && RstSignature.TryParse([2, .. random.Take(2 * Width)], out var signature))
            {
                Assert.False(RstVerifier.Verify(ring, Statement, signature));
            }
        }
    }

    [Fact]
    public void Create_OtherKeyLength_ThrowsWithTheArgumentsName()
    {
        using var key = RSA.Create(3072);

        Assert.Throws<ArgumentException>("key", () => RsaRingKeyPair.Create(key));
    }

    [Fact]
    public void Create_PublicKeyOnly_ThrowsWithTheArgumentsName()
    {
        using var key = RSA.Create(Keys[0].ExportParameters(includePrivateParameters: false));

        Assert.Throws<ArgumentException>("key", () => RsaRingKeyPair.Create(key));
    }

    /// <summary>With fresh bytes that are always the same, one more signature must not show whose x_i alone is another.</summary>
    [Fact]
    public void Sign_StuckGeneratorOtherMessage_SharesNoInput()
    {
        using var pair = RsaRingKeyPair.Create(Keys[1]);
        var ring = CreateRing(RsaArithmetic.Default);
        var first = new RstSigner(new StuckRandom(0)).Sign(pair, ring, Statement);
        var second = new RstSigner(new StuckRandom(0)).Sign(pair, ring, Statement with { State = Bytes32.Zero });

        Assert.False(first.Glue.SequenceEqual(second.Glue));
        Assert.All(Enumerable.Range(0, Keys.Length), i => Assert.False(first.Input(i).SequenceEqual(second.Input(i))));
    }

    [Fact]
    public void Sign_DisposedKey_Throws()
    {
        foreach (var arithmetic in new[] { RsaArithmetic.Default, RsaArithmetic.Managed })
        {
            var pair = RsaRingKeyPair.Create(Keys[0], arithmetic);
            pair.Dispose();
            Assert.Throws<ObjectDisposedException>(() => new RstSigner().Sign(pair, CreateRing(arithmetic), Statement));
        }
    }

    private static byte[] ModulusOf(RSA key) => key.ExportParameters(includePrivateParameters: false).Modulus!;

    private RsaRing CreateRing(RsaArithmetic arithmetic)
    {
        var keys = Keys.Select(key => RsaRingPublicKey.TryCreate(ModulusOf(key), out var publicKey, arithmetic) ? publicKey : throw new InvalidOperationException());
        return RsaRing.TryCreate(keys.ToArray(), out var ring) ? ring : throw new InvalidOperationException();
    }
}
