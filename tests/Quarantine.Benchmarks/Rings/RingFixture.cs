using System.Security.Cryptography;
using Quarantine.Benchmarks.Measuring;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Scopes;
using OracleNumber = Org.BouncyCastle.Math.BigInteger;

namespace Quarantine.Benchmarks.Rings;

/// <summary>Rings of one size, of both schemes, and everything that is done with them.</summary>
internal sealed class RingFixture : IDisposable
{
    internal const string Lsag = "lsag";
    internal const string Oracle = "lsag-bouncycastle";
    internal const string Rsa = "rst-rsa";
    internal const string Limit = "libsecp256k1";
    internal const string Sign = "sign";
    internal const string Verify = "verify";
    internal const string VerifyBatch = "verify-batch";
    internal const string VerifyBatchOneCore = "verify-batch-1-core";
    internal const string Recoveries = "2n-recoveries";
    internal const string RecoveriesOnAllCores = "2n-recoveries-all-cores";

    private readonly int _count;
    private readonly RingKeyPair[] _pairs;
    private readonly Ring _ring;
    private readonly RsaRing _rsaRing;
    private readonly RsaRingKeyPair _rsaSigner;
    private readonly Statement _statement;
    private readonly OracleNumber _oracleSecret;

    internal RingFixture(int count, IEnumerable<RsaRingKeyPair> rsaPairs)
    {
        _count = count;
        _pairs = [.. Enumerable.Range(0, count).Select(_ => RingKeyPair.Generate(RandomSource.System)).OrderBy(pair => pair.PublicKey)];
        _ring = Ring.TryCreate(_pairs.Select(pair => pair.PublicKey).ToArray(), out var ring) ? ring : throw new InvalidOperationException();
        var rsa = rsaPairs.Take(count).OrderBy(pair => pair.PublicKey).ToArray();
        _rsaRing = RsaRing.TryCreate(rsa.Select(pair => pair.PublicKey).ToArray(), out var rsaRing) ? rsaRing : throw new InvalidOperationException();
        _rsaSigner = rsa[count / 2];
        _statement = new Statement(
            new Scope(31337, new Address(RandomNumberGenerator.GetBytes(20)), new Bytes32(RandomNumberGenerator.GetBytes(32)), 0, 20_500),
            new Bytes32(RandomNumberGenerator.GetBytes(32)),
            new Address(RandomNumberGenerator.GetBytes(20)));
        Span<byte> secret = stackalloc byte[32];
        Signer.ExportSecret(secret);
        _oracleSecret = new OracleNumber(1, secret.ToArray());
    }

    private RingKeyPair Signer => _pairs[_count / 2];

    public void Dispose()
    {
        foreach (var pair in _pairs)
        {
            pair.Dispose();
        }
    }

    internal Operation[] CreateLsagOperations()
    {
        var signer = new LsagSigner();
        var signature = signer.Sign(Signer, _ring, _statement);
        return
        [
            new Operation(Lsag, Sign, () => signer.Sign(Signer, _ring, _statement)),
            new Operation(Lsag, Verify, () => Require(LsagVerifier.Verify(_ring, _statement, signature))),
        ];
    }

    /// <summary>The same twice: the oracle's, which leaves much garbage, must not disturb those that are held against the limit.</summary>
    internal Operation[] CreateOracleOperations()
    {
        var signature = new LsagSigner().Sign(Signer, _ring, _statement);
        return
        [
            new Operation(Oracle, Sign, SignByOracle),
            new Operation(Oracle, Verify, () => Require(BouncyCastleLsag.Verify(_ring.Keys, _statement, signature))),
            .. CreateLsagOperations(),
        ];
    }

    /// <summary>As many signatures as take some 50 ms on one core, on one core and on all, and the limit on all.</summary>
    internal Operation[] CreateBatchOperations(Operation limit)
    {
        var signer = new LsagSigner();
        var items = Enumerable.Range(0, Math.Max(16, 512 / _count))
            .Select(_ => new LsagBatchItem(_ring, _statement, signer.Sign(Signer, _ring, _statement)))
            .ToArray();
        return
        [
            new Operation(Limit, RecoveriesOnAllCores, () => RunOnAllCores(limit.Run, items.Length), items.Length),
            new Operation(Lsag, VerifyBatchOneCore, () => Require(LsagBatch.Verify(items, 1)), items.Length),
            new Operation(Lsag, VerifyBatch, () => Require(LsagBatch.Verify(items)), items.Length),
        ];
    }

    internal Operation[] CreateRsaOperations()
    {
        var signer = new RstSigner();
        var signature = signer.Sign(_rsaSigner, _rsaRing, _statement);
        return
        [
            new Operation(Rsa, Sign, () => signer.Sign(_rsaSigner, _rsaRing, _statement)),
            new Operation(Rsa, Verify, () => Require(RstVerifier.Verify(_rsaRing, _statement, signature))),
        ];
    }

    /// <summary>2n recoveries of random r (the ring's own keys), s and h.</summary>
    internal Operation CreateLimit()
    {
        var digests = Enumerable.Range(0, 2 * _count).Select(_ => RandomNumberGenerator.GetBytes(32)).ToArray();
        var signatures = digests.Select((_, i) => (byte[])[.. _pairs[i / 2].PublicKey.X.ToArray(), .. DrawScalar()]).ToArray();
        return new Operation(Limit, Recoveries, () =>
        {
            for (var i = 0; i < digests.Length; i++)
            {
                Require(RawLibsecp256k1.TryRecover(digests[i], signatures[i], i % 2));
            }
        });
    }

    /// <summary>On a thread of its own a core, which nothing of what is measured schedules.</summary>
    private static void RunOnAllCores(Action run, int count)
    {
        var next = 0;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            while (Interlocked.Increment(ref next) <= count)
            {
                run();
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    private void SignByOracle()
    {
        var scalars = Enumerable.Range(0, _count + 1).Select(_ => new OracleNumber(1, DrawScalar())).ToArray();
        BouncyCastleLsag.Sign(_ring.Keys, _count / 2, _oracleSecret, _statement, scalars);
    }

    private static byte[] DrawScalar()
    {
        var scalar = new byte[32];
        do
        {
            RandomNumberGenerator.Fill(scalar);
        }
        while (!Secp256k1.IsSecret(scalar));

        return scalar;
    }

    private static void Require(params ReadOnlySpan<bool> verdicts)
    {
        if (verdicts.Contains(false))
        {
            throw new InvalidOperationException("A result is wrong: its time means nothing.");
        }
    }
}
