namespace Quarantine.RingSignatures.Lsag;

/// <summary>Verifies many signatures on all cores. Each is verified by itself: one bad signature never hides another.</summary>
public static class LsagBatch
{
    /// <summary>
    /// One verdict an item, in the items' order. Blocks until all are done; <paramref name="maximumParallelism"/> is the number of cores
    /// where it is -1.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled; no verdict is given then.</exception>
    public static bool[] Verify(ReadOnlyMemory<LsagBatchItem> items, int maximumParallelism = -1, CancellationToken cancellationToken = default)
    {
        var verdicts = new bool[items.Length];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = maximumParallelism == -1 ? Environment.ProcessorCount : maximumParallelism,
            CancellationToken = cancellationToken,
        };
        Parallel.For(0, items.Length, options, i => verdicts[i] = Verify(items.Span[i]));
        return verdicts;
    }

    private static bool Verify(LsagBatchItem item) => LsagVerifier.Verify(item.Ring, item.Statement, item.Signature);
}
