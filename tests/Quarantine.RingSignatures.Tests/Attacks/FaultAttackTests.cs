using System.Security.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Claims;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Possession;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Rsa.Exponentiation;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Rsa;

namespace Quarantine.RingSignatures.Tests.Attacks;

/// <summary>
/// A fault in a computation gives a result that tells about the key (Boneh, DeMillo, Lipton, 1997): nothing that does not verify leaves, and
/// no exception holds a secret.
/// </summary>
public sealed class FaultAttackTests : IDisposable
{
    private readonly SampleRing _sample = new(3, "fault attacks");

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Sign_SecretOfAnotherKey_IsDiscarded()
    {
        using var faulty = Mismatch.Under(_sample.Ring.Keys[1]);

        var thrown = Assert.Throws<CryptographicException>(() => new LsagSigner().Sign(faulty, _sample.Ring, _sample.Statement));

        AssertTellsNothing(thrown, faulty);
    }

    [Fact]
    public void TryClose_TagSecretOfAnotherKey_FalseAndLeavesNothingOfTheAttempt()
    {
        Assert.True(TagSecret.TryCreate(_sample.Pairs[0], _sample.Statement.Scope.Epsilon(), RandomSource.System, out var secret));
        using var owned = secret;
        var context = LsagContext.Create(_sample.Statement, _sample.Ring.CodeHash, secret.Tag);
        Bytes32[] z = [Bytes32.FromUInt64(1), Bytes32.FromUInt64(2), Bytes32.FromUInt64(3)];
        byte[] beta = [.. new byte[31], 5];

        Assert.True(LsagEquations.TryClose(context, _sample.Ring.Keys, 0, secret, beta, z, out var c0));
        Assert.NotEqual(Bytes32.Zero, c0);
        Assert.False(LsagEquations.TryClose(context, _sample.Ring.Keys, 1, secret, beta, z, out c0));
        Assert.Equal(Bytes32.Zero, c0);
        Assert.Equal(Bytes32.Zero, z[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(40)]
    public void TryClose_NonceOfAnotherLength_ThrowsWithTheArgumentsName(int length)
    {
        Assert.True(TagSecret.TryCreate(_sample.Pairs[0], _sample.Statement.Scope.Epsilon(), RandomSource.System, out var secret));
        using var owned = secret;
        var context = LsagContext.Create(_sample.Statement, _sample.Ring.CodeHash, secret.Tag);

        Assert.Throws<ArgumentOutOfRangeException>(
            "beta", () => LsagEquations.TryClose(context, _sample.Ring.Keys, 0, secret, new byte[length], new Bytes32[3], out _));
    }

    [Fact]
    public void ProvePossession_SecretOfAnotherKey_IsDiscarded()
    {
        using var faulty = Mismatch.Under(_sample.Ring.Keys[1]);

        AssertTellsNothing(Assert.Throws<CryptographicException>(() => new PossessionProver().Prove(faulty, Bytes32.Zero)), faulty);
    }

    [Fact]
    public void ProveClaim_SecretOfAnotherKey_IsDiscarded()
    {
        using var faulty = Mismatch.Under(_sample.Ring.Keys[1]);

        AssertTellsNothing(
            Assert.Throws<CryptographicException>(() => new ClaimProver().Prove(faulty, _sample.Statement.Scope, Bytes32.Zero)), faulty);
    }

    [Fact]
    public void SignByRsa_WrongInverse_IsDiscarded()
    {
        var modulus = SampleRsaKeys.Take(1)[0].ExportParameters(includePrivateParameters: false).Modulus!;
        Assert.True(RsaRingPublicKey.TryCreate(modulus, out var publicKey));
        Assert.True(RsaRing.TryCreate([publicKey], out var ring));
        using var faulty = new RsaRingKeyPair(publicKey, new WrongInverse(), new byte[32]);

        Assert.Throws<CryptographicException>(() => new RstSigner().Sign(faulty, ring, _sample.Statement));
    }

    [Fact]
    public void Sign_AnyMisuse_ExceptionHoldsNoSecret()
    {
        using var stranger = RingKeyPair.Generate(RandomSource.System);
        Exception[] thrown =
        [
            Assert.ThrowsAny<Exception>(() => new LsagSigner().Sign(stranger, _sample.Ring, _sample.Statement)),
            Assert.ThrowsAny<Exception>(() => new LsagSigner().Sign(stranger, null!, _sample.Statement)),
            Assert.ThrowsAny<Exception>(() => new LsagSigner(new FailingRandom()).CreateTag(stranger, _sample.Statement.Scope)),
            Assert.ThrowsAny<Exception>(() => new PossessionProver(new FailingRandom()).Prove(stranger, Bytes32.Zero)),
            Assert.ThrowsAny<Exception>(() => new ClaimProver(new FailingRandom()).Prove(stranger, _sample.Statement.Scope, Bytes32.Zero)),
            Assert.ThrowsAny<Exception>(() => stranger.ExportSecret(new byte[31])),
        ];

        Assert.All(thrown, exception => AssertTellsNothing(exception, stranger));
    }

    private static void AssertTellsNothing(Exception exception, RingKeyPair pair)
    {
        var secret = new byte[32];
        pair.ExportSecret(secret);
        Assert.DoesNotContain(Convert.ToHexString(secret)[..16], exception.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String(secret)[..16], exception.ToString(), StringComparison.Ordinal);
    }

    private sealed class WrongInverse : IRsaInverse
    {
        public void Apply(ReadOnlySpan<byte> value, Span<byte> result) => value.CopyTo(result);

        public void Dispose()
        {
        }
    }

    private sealed class FailingRandom : RandomSource
    {
        public override void Fill(Span<byte> destination) => throw new CryptographicException("No entropy.");
    }
}
