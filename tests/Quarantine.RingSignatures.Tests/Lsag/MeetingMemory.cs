using System.Buffers;

namespace Quarantine.RingSignatures.Tests.Lsag;

/// <summary>
/// Memory that is read once by its owner; after that a reader has to wait until a second thread reads too, so that it tells whether two
/// threads are at work.
/// </summary>
internal sealed class MeetingMemory<T>(T[] items, TimeSpan patience) : MemoryManager<T>
{
    private readonly ManualResetEventSlim _met = new();
    private int _reads;
    private int _firstThread;

    internal bool HaveMet => _met.IsSet;

    public override Span<T> GetSpan()
    {
        if (Interlocked.Increment(ref _reads) > 1)
        {
            Meet(Environment.CurrentManagedThreadId);
        }

        return items;
    }

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

    public override void Unpin() => throw new NotSupportedException();

    protected override void Dispose(bool disposing) => _met.Dispose();

    private void Meet(int thread)
    {
        var first = Interlocked.CompareExchange(ref _firstThread, thread, 0);
        if (first != 0 && first != thread)
        {
            _met.Set();
        }

        _met.Wait(patience);
    }
}
