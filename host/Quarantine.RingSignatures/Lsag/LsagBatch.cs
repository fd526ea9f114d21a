namespace Quarantine.RingSignatures.Lsag;

/// <summary>Verifies many signatures on all cores. Each is verified by itself: one bad signature never hides another.</summary>
public static class LsagBatch
{
    /// <summary>
    /// One verdict an item, in the items' order. Blocks until all are done; <paramref name="maximumParallelism"/> is the number of cores
    /// where it is -1.
    /// </summary>
    /// <exception cref="ArgumentException">An item lacks its ring, statement or signature.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumParallelism"/> is neither -1 nor positive.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; no verdict is given then.</exception>
    public static bool[] Verify(ReadOnlyMemory<LsagBatchItem> items, int maximumParallelism = -1, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumParallelism, -1);
        ArgumentOutOfRangeException.ThrowIfZero(maximumParallelism);
        RequireWhole(items.Span);
        var verdicts = new bool[items.Length];
        var workers = Math.Min(maximumParallelism == -1 ? Environment.ProcessorCount : maximumParallelism, Math.Max(1, items.Length));
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };

        // One item at a time from a common counter: ranges would leave cores idle at the end, for as long as the longest range takes.
        var next = -1;
        Parallel.For(0, workers, options, _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < items.Length; i = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                verdicts[i] = Verify(items.Span[i]);
            }
        });
        return verdicts;
    }

    private static void RequireWhole(ReadOnlySpan<LsagBatchItem> items)
    {
        foreach (var item in items)
        {
            if (item.Ring is null || item.Statement is null || item.Signature is null)
            {
                throw new ArgumentException("An item lacks its ring, statement or signature.", nameof(items));
            }
        }
    }

    private static bool Verify(LsagBatchItem item) => LsagVerifier.Verify(item.Ring, item.Statement, item.Signature);
}
