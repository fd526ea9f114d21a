namespace Quarantine.Messages.Communities;

/// <summary>
/// A community's local days: <c>slot = floor((unix time + utcOffset) / 86,400)</c>. Immutable, thread-safe.
/// </summary>
/// <param name="UtcOffset">Local time minus UTC, whole seconds, within ±18 h.</param>
public readonly record struct CommunityClock(TimeSpan UtcOffset)
{
    /// <summary>Length of a slot.</summary>
    public static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(86_400);

    /// <summary>The slot that holds the moment; moments before 1970 local time throw.</summary>
    public ulong SlotAt(DateTimeOffset time)
    {
        var seconds = time.ToUnixTimeSeconds() + (long)UtcOffset.TotalSeconds;
        ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(time));
        return (ulong)(seconds / 86_400);
    }

    /// <summary>First moment of the slot.</summary>
    public DateTimeOffset StartOf(ulong slot) =>
        DateTimeOffset.FromUnixTimeSeconds(checked(((long)slot * 86_400) - (long)UtcOffset.TotalSeconds));

    /// <summary>First moment after the slot.</summary>
    public DateTimeOffset EndOf(ulong slot) => StartOf(slot) + SlotLength;
}
