using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Claims;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Possession;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Benchmarks.Timing;

/// <summary>What is done with a ring key or a sealing key, from taking it in on.</summary>
internal sealed class SecretProbes
{
    private const int Runs = 40_000;

    private static readonly Statement Statement = new(
        new Scope(31337, new Address(RandomNumberGenerator.GetBytes(20)), new Bytes32(RandomNumberGenerator.GetBytes(32)), 0, 20_500),
        new Bytes32(RandomNumberGenerator.GetBytes(32)),
        new Address(RandomNumberGenerator.GetBytes(20)));

    private readonly LsagSigner _signer = new();
    private readonly ClaimProver _claims = new();
    private readonly PossessionProver _possession = new();
    private readonly MessageSealer _sealer = new();
    private readonly byte[] _point = new byte[Secp256k1.PointLength];
    private readonly byte[] _generator = new byte[Secp256k1.PointLength];

    internal SecretProbes() => Secp256k1.TryCreatePublicKey([.. new byte[Secp256k1.ScalarLength - 1], 1], _generator);

    internal IEnumerable<LeakProbe> Create()
    {
        yield return new LeakProbe("create-ring-key", Runs, secret => () => CreateRingKey(secret).Dispose());
        yield return new LeakProbe("tag", Runs, PrepareTag);
        yield return new LeakProbe("sign", Runs, PrepareSign);
        yield return new LeakProbe("claim", Runs, PrepareClaim);
        yield return new LeakProbe("possession", Runs, PreparePossession);
        yield return new LeakProbe("open", Runs, PrepareOpen);
        yield return new LeakProbe("registration", Runs, PrepareRegistration);
    }

    /// <summary>libsecp256k1's multiplication for public scalars.</summary>
    internal LeakProbe CreateControl() => new("multiply-public", Runs, secret => () =>
    {
        _generator.CopyTo(_point, 0);
        Secp256k1.TryMultiply(_point, secret);
    });

    private Action PrepareTag(byte[] secret)
    {
        var key = CreateRingKey(secret);
        return () => _signer.CreateTag(key, Statement.Scope);
    }

    /// <summary>The ring of one, in which a signer's position says nothing.</summary>
    private Action PrepareSign(byte[] secret)
    {
        var key = CreateRingKey(secret);
        return Ring.TryCreate([key.PublicKey], out var ring)
            ? () => _signer.Sign(key, ring, Statement)
            : throw new InvalidOperationException("Not a ring.");
    }

    private Action PrepareClaim(byte[] secret)
    {
        var key = CreateRingKey(secret);
        return () => _claims.Prove(key, Statement.Scope, Statement.State);
    }

    private Action PreparePossession(byte[] secret)
    {
        var key = CreateRingKey(secret);
        return () => _possession.Prove(key, Statement.State);
    }

    private Action PrepareOpen(byte[] secret)
    {
        var key = CreateSealingKey(secret);
        var message = _sealer.Seal(new byte[256], [key.PublicKey], []);
        return () => MessageOpener.TryOpen(message, key, [], out _);
    }

    private static Action PrepareRegistration(byte[] secret)
    {
        var key = CreateSealingKey(secret);
        return () => key.SignRegistration(Statement.State);
    }

    private static SealingKeyPair CreateSealingKey(byte[] secret) =>
        SealingKeyPair.TryCreate(secret, out var pair) ? pair : throw new InvalidOperationException("Not a secret.");

    private static RingKeyPair CreateRingKey(byte[] secret) =>
        RingKeyPair.TryCreate(secret, out var pair) ? pair : throw new InvalidOperationException("Not a secret.");
}
