using System.Security.Cryptography;
using Quarantine.Benchmarks.Measuring;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Benchmarks.Sealing;

/// <summary>
/// Sealing and opening, against the limit: libsecp256k1's own part of it, one ephemeral key and one key agreement a recipient for sealing,
/// one agreement for opening.
/// </summary>
internal sealed class SealBenchmark : IBenchmark
{
    private const double SealBound = 150;
    private const double OpenBound = 100;
    private const int JudgedRecipients = 1;
    private const int JudgedBytes = 1024;

    private static readonly (int Recipients, int Bytes)[] Cases = [(1, 256), (1, 1024), (1, 4096), (1, 16384), (4, 1024), (16, 1024)];

    private readonly Sampler _sampler = new(TimeSpan.FromSeconds(2));
    private readonly CsvFile _file = new("seal.csv", "implementation", "recipients", "bytes", "operation", "median_us", "p95_us", "ratio_to_limit");
    private readonly List<Bar> _bars = [];

    public string Name => "seal";

    public IReadOnlyList<Bar> Run()
    {
        _file.PrintHeader();
        foreach (var (recipients, bytes) in Cases)
        {
            Measure(recipients, bytes);
        }

        Console.WriteLine($"Written to {_file.Write()}");
        return _bars;
    }

    private void Measure(int recipients, int bytes)
    {
        var pairs = Enumerable.Range(0, recipients).Select(_ => SealingKeyPair.Generate(RandomSource.System)).ToArray();
        var keys = pairs.Select(pair => pair.PublicKey).ToArray();
        var plaintext = RandomNumberGenerator.GetBytes(bytes);
        var associatedData = RandomNumberGenerator.GetBytes(32);
        var sealer = new MessageSealer();
        var message = sealer.Seal(plaintext, keys, associatedData);
        var secret = RandomNumberGenerator.GetBytes(32);
        var key = new byte[64];

        // Opening is measured for the last recipient, who tries every wrap.
        var measured = _sampler.Measure(
            new Operation("libsecp256k1", "seal", () => CreateAndAgree(secret, key, recipients)),
            new Operation("sealing", "seal", () => sealer.Seal(plaintext, keys, associatedData)),
            new Operation("libsecp256k1", "open", () => Require(RawLibsecp256k1.TryEcdh(key, secret))),
            new Operation("sealing", "open", () => Require(MessageOpener.TryOpen(message, pairs[^1], associatedData, out _))));
        Report(recipients, bytes, measured);
        foreach (var pair in pairs)
        {
            pair.Dispose();
        }
    }

    private void Report(int recipients, int bytes, Measurement[] measured)
    {
        for (var i = 0; i < measured.Length; i++)
        {
            var item = measured[i];
            var limit = measured[i - (i % 2)];
            _file.Add(
                item.Operation.Implementation,
                $"{recipients}",
                $"{bytes}",
                item.Operation.Name,
                $"{item.MedianMicroseconds:0.0}",
                $"{item.P95Microseconds:0.0}",
                $"{item.RatioTo(limit):0.000}");
        }

        if (recipients == JudgedRecipients && bytes == JudgedBytes)
        {
            _bars.Add(new Bar("sealing 1 KiB, µs", measured[1].MedianMicroseconds, SealBound, AtMost: true));
            _bars.Add(new Bar("opening 1 KiB, µs", measured[3].MedianMicroseconds, OpenBound, AtMost: true));
        }
    }

    private static void CreateAndAgree(byte[] secret, byte[] key, int recipients)
    {
        Require(RawLibsecp256k1.TryCreate(secret, key));
        for (var i = 0; i < recipients; i++)
        {
            Require(RawLibsecp256k1.TryEcdh(key, secret));
        }
    }

    private static void Require(bool correct)
    {
        if (!correct)
        {
            throw new InvalidOperationException("A result is wrong: its time means nothing.");
        }
    }
}
