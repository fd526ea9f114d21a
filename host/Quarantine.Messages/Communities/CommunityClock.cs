namespace Quarantine.Messages.Communities;

/// <summary>
/// A community's local days: <c>slot = floor((unix time + utcOffset) / 86,400)</c>. Immutable, thread-safe.
/// </summary>
/// <param name="UtcOffset">Local time minus UTC, whole seconds, within ±18 h.</param>
public readonly record struct CommunityClock(TimeSpan UtcOffset)
{
    /// <summary>Length of a slot.</summary>
    public static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(86_400);

    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The slot of a local day; days before 1970 throw.</summary>
    public static ulong SlotOf(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.DayNumber, FirstDay, nameof(day));
        return (ulong)(day.DayNumber - FirstDay);
    }

    /// <summary>The local day of a slot; false for one after the year 9999.</summary>
    public static bool TryDayOf(ulong slot, out DateOnly day)
    {
        var fits = slot <= (ulong)(DateOnly.MaxValue.DayNumber - FirstDay);
        day = fits ? DateOnly.FromDayNumber(FirstDay + (int)slot) : default;
        return fits;
    }

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
