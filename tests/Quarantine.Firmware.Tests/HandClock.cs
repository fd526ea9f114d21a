using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>A node's clock that is moved by hand, from any thread.</summary>
internal sealed class HandClock(long up = 0) : IUptime
{
    private long _up = up;

    public long Up => Interlocked.Read(ref _up);

    internal void Set(long up) => Interlocked.Exchange(ref _up, up);

    internal void Advance(long milliseconds) => Interlocked.Add(ref _up, milliseconds);
}
