using System.Runtime.InteropServices;

namespace Quarantine.Messages.Mqtt.Native;

/// <summary>
/// Waits for a socket or a wake-up from another thread: poll(2) over the socket and an eventfd(2). <see cref="Wake"/> is thread-safe, the
/// rest belongs to one thread. poll has no limit on descriptor numbers, as libmosquitto's own select has.
/// </summary>
internal sealed unsafe partial class SocketWait : IDisposable
{
    private const short Readable = 1;
    private const short Writable = 4;
    private const int CloseOnExecNonBlocking = 0x80000 | 0x800;

    private readonly Lock _gate = new();
    private int _wake;

    internal SocketWait()
    {
        _wake = eventfd(0, CloseOnExecNonBlocking);
        if (_wake < 0)
        {
            throw new IOException($"The system refused an eventfd (errno {Marshal.GetLastPInvokeError()}).");
        }
    }

    /// <summary>Ends a wait that runs, or the next one.</summary>
    internal void Wake()
    {
        lock (_gate)
        {
            ulong one = 1;
            if (_wake >= 0)
            {
                // A full counter is a pending wake-up already.
                _ = write(_wake, &one, sizeof(ulong));
            }
        }
    }

    /// <summary>Waits without a socket.</summary>
    internal void Wait(TimeSpan most) => Wait(-1, wantWrite: false, most, out _, out _);

    /// <summary>Errors and hang-ups count as readable: the read tells which.</summary>
    internal void Wait(int socket, bool wantWrite, TimeSpan most, out bool readable, out bool writable)
    {
        var entries = stackalloc Entry[2];
        entries[0] = new Entry { Descriptor = _wake, Events = Readable };
        entries[1] = new Entry { Descriptor = socket, Events = (short)(Readable | (wantWrite ? Writable : 0)) };
        var ready = poll(entries, 2, (int)Math.Clamp(Math.Ceiling(most.TotalMilliseconds), 0, int.MaxValue));
        readable = ready > 0 && (entries[1].Returned & ~Writable) != 0;
        writable = ready > 0 && (entries[1].Returned & Writable) != 0;
        if (ready > 0 && entries[0].Returned != 0)
        {
            ulong count;
            _ = read(_wake, &count, sizeof(ulong));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_wake >= 0)
            {
                _ = close(_wake);
                _wake = -1;
            }
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint initial, int flags);

    [LibraryImport("libc")]
    private static partial int poll(Entry* entries, nuint count, int milliseconds);

    [LibraryImport("libc")]
    private static partial nint write(int descriptor, void* data, nuint length);

    [LibraryImport("libc")]
    private static partial nint read(int descriptor, void* data, nuint length);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        internal int Descriptor;
        internal short Events;
        internal short Returned;
    }
}
