namespace Quarantine.Gateway.Ingest;

/// <summary>
/// Turns one node's uptime in one boot into the gateway's time: <c>up</c> + the smallest (receipt - sent) of the last hour. A wrong node
/// clock changes nothing, nor does a message that waited somewhere on the way. Not thread-safe.
/// </summary>
public sealed class NodeClock
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Offsets that may still become the smallest, ascending in both receipt and offset.</summary>
    private readonly LinkedList<(DateTimeOffset Receipt, DateTimeOffset BootedAt)> _offsets = [];
    private bool _hasLiveOffset;

    /// <summary>Takes the times of one message in, then tells when its event was.</summary>
    /// <param name="up">Milliseconds since boot at the event.</param>
    /// <param name="sent">Milliseconds since boot at the publication.</param>
    /// <param name="receipt">When the gateway received it.</param>
    /// <param name="live">Whether it surely did not wait in the broker.</param>
    /// <returns>The event's time, and whether it is uncertain since no live message has given an offset.</returns>
    public (DateTimeOffset Time, bool Uncertain) TimeOf(ulong up, ulong sent, DateTimeOffset receipt, bool live)
    {
        var bootedAt = Observe(sent, receipt, live);
        return (bootedAt.AddMilliseconds(up), !_hasLiveOffset);
    }

    /// <summary>Takes the times of a message in; when the node booted, as far as is known.</summary>
    public DateTimeOffset Observe(ulong sent, DateTimeOffset receipt, bool live)
    {
        var bootedAt = receipt.AddMilliseconds(-(double)sent);
        while (_offsets.First is { } first && receipt - first.Value.Receipt > Window)
        {
            _offsets.RemoveFirst();
        }

        while (_offsets.Last is { } last && last.Value.BootedAt >= bootedAt)
        {
            _offsets.RemoveLast();
        }

        _offsets.AddLast((receipt, bootedAt));
        _hasLiveOffset |= live;
        return _offsets.First!.Value.BootedAt;
    }
}
