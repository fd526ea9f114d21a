namespace Quarantine.Gateway.Replay;

/// <summary>Reads lines of a trace: <c>time,sensor,value</c>. Names and values are lower case or not.</summary>
internal static class TraceParser
{
    /// <summary>Whether a line is the header.</summary>
    public static bool IsHeader(ReadOnlySpan<char> line) =>
        TraceFields.TrySplit(line, out var time, out var sensor, out var value) && Is(time, "time") && Is(sensor, "sensor") && Is(value, "value");

    /// <summary>Reads an event; tells why it is none.</summary>
    public static TraceFault Parse(ReadOnlySpan<char> line, out TraceEvent item)
    {
        item = default;
        if (!TraceFields.TrySplit(line, out var time, out var sensor, out var value))
        {
            return TraceFault.Fields;
        }

        if (!TraceTime.TryParse(time, out var ticks))
        {
            return TraceFault.Time;
        }

        var fault = Read(sensor, value, out var signal);
        item = new TraceEvent(ticks, signal);
        return fault;
    }

    private static TraceFault Read(ReadOnlySpan<char> sensor, ReadOnlySpan<char> value, out TraceSignal signal)
    {
        if (Is(sensor, "door"))
        {
            return Choose(value, "open", TraceSignal.DoorOpened, "closed", TraceSignal.DoorClosed, out signal);
        }

        (TraceSignal On, TraceSignal Off)? pair =
            Is(sensor, "motion-inside") ? (TraceSignal.InsideMotion, TraceSignal.InsideMotionCleared)
            : Is(sensor, "motion-outside") ? (TraceSignal.OutsideMotion, TraceSignal.OutsideMotionCleared)
            : Is(sensor, "tamper") ? (TraceSignal.Tampered, TraceSignal.TamperCleared)
            : Is(sensor, "power") ? (TraceSignal.PowerBack, TraceSignal.PowerLost)
            : Is(sensor, "network") ? (TraceSignal.NetworkBack, TraceSignal.NetworkLost)
            : null;
        signal = default;
        return pair is { } known ? Choose(value, "on", known.On, "off", known.Off, out signal) : TraceFault.Sensor;
    }

    private static TraceFault Choose(
        ReadOnlySpan<char> value, string first, TraceSignal firstSignal, string second, TraceSignal secondSignal, out TraceSignal signal)
    {
        signal = Is(value, first) ? firstSignal : secondSignal;
        return Is(value, first) || Is(value, second) ? TraceFault.None : TraceFault.Value;
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
