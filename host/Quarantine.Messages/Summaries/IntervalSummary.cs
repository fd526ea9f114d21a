using System.Buffers.Binary;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.Summaries;

/// <summary>
/// Counts and minutes of one slot: all that a household ever tells. Minutes are coarse so that they single nobody out:
/// minutes outside and the longest trip in steps of 5, unknown minutes one of 0, 60, 240, 720, 1440.
/// </summary>
public sealed record IntervalSummary
{
    /// <summary>The packed form's version.</summary>
    public const byte Version = 1;

    private const SummaryFlags KnownFlags = SummaryFlags.Tampered | SummaryFlags.SensorFault | SummaryFlags.PowerFault;
    private const int PackedLength = 12;
    private const int MinuteStep = 5;
    private const int MinutesPerDay = 1440;

    private static readonly int[] UnknownSteps = [0, 60, 240, 720, MinutesPerDay];

    private IntervalSummary(ushort trips, ushort minutesOutside, ushort longestTripMinutes, ushort visits, ushort unknownMinutes, SummaryFlags flags) =>
        (Trips, MinutesOutside, LongestTripMinutes, Visits, UnknownMinutes, Flags) =
            (trips, minutesOutside, longestTripMinutes, visits, unknownMinutes, flags);

    /// <summary>Trips that began in the slot and no permit covered.</summary>
    public ushort Trips { get; }

    /// <summary>Minutes outside in the slot, a multiple of 5.</summary>
    public ushort MinutesOutside { get; }

    /// <summary>Minutes of the longest trip within the slot, a multiple of 5.</summary>
    public ushort LongestTripMinutes { get; }

    public ushort Visits { get; }

    /// <summary>Minutes of which nothing is known: 0, 60, 240, 720 or 1440.</summary>
    public ushort UnknownMinutes { get; }

    public SummaryFlags Flags { get; }

    /// <summary>
    /// Quantises measured values, rounding up; counts and minutes beyond 65,535 are held there.
    /// Negative values and unknown flags throw.
    /// </summary>
    public static IntervalSummary Create(int trips, TimeSpan outside, TimeSpan longestTrip, int visits, TimeSpan unknown, SummaryFlags flags)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trips);
        ArgumentOutOfRangeException.ThrowIfNegative(visits);
        ArgumentOutOfRangeException.ThrowIfLessThan(outside, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(longestTrip, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(unknown, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNotEqual(flags & ~KnownFlags, SummaryFlags.None, nameof(flags));
        return new IntervalSummary(Count(trips), Minutes(outside), Minutes(longestTrip), Count(visits), UnknownStep(unknown), flags);
    }

    /// <summary>
    /// Reads a packed state; false for another version, unknown flags, minutes off their steps or fill that is not zero.
    /// </summary>
    public static bool TryUnpack(Bytes32 state, out IntervalSummary? summary)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        state.CopyTo(bytes);
        var flags = (SummaryFlags)bytes[1];
        var candidate = new IntervalSummary(Field(bytes, 2), Field(bytes, 4), Field(bytes, 6), Field(bytes, 8), Field(bytes, 10), flags);
        var ok = bytes[0] == Version
            && (flags & ~KnownFlags) == SummaryFlags.None
            && bytes[PackedLength..].IndexOfAnyExcept((byte)0) < 0
            && candidate.IsQuantised;
        summary = ok ? candidate : null;
        return ok;
    }

    /// <summary>
    /// The 32-byte <c>state</c> of a report, big-endian from the left: version u8, flags u8, trips, minutesOutside,
    /// longestTripMinutes, visits, unknownMinutes u16 each, zero fill.
    /// </summary>
    public Bytes32 Pack()
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        bytes.Clear();
        bytes[0] = Version;
        bytes[1] = (byte)Flags;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], Trips);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], MinutesOutside);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], LongestTripMinutes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], Visits);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[10..], UnknownMinutes);
        return new Bytes32(bytes);
    }

    private bool IsQuantised =>
        MinutesOutside % MinuteStep == 0 && LongestTripMinutes % MinuteStep == 0 && UnknownSteps.Contains(UnknownMinutes);

    private static ushort Field(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16BigEndian(bytes[offset..]);

    private static ushort Count(int value) => (ushort)Math.Min(value, ushort.MaxValue);

    private static ushort Minutes(TimeSpan span)
    {
        var steps = Math.Ceiling(span.TotalMinutes / MinuteStep);
        return (ushort)Math.Min(steps * MinuteStep, ushort.MaxValue - (ushort.MaxValue % MinuteStep));
    }

    private static ushort UnknownStep(TimeSpan unknown) =>
        (ushort)UnknownSteps.FirstOrDefault(step => unknown.TotalMinutes <= step, MinutesPerDay);
}
