namespace Quarantine.Firmware.Simulator.Time;

/// <summary>A clock that runs faster than another by a factor, timers included. Thread-safe.</summary>
public sealed class ScaledTimeProvider : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly double _factor;
    private readonly DateTimeOffset _start;
    private readonly long _origin;

    /// <param name="inner">The clock to speed up.</param>
    /// <param name="factor">0.001 to 100,000.</param>
    public ScaledTimeProvider(TimeProvider inner, double factor)
    {
        if (factor is not (>= 0.001 and <= 100_000))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must lie in 0.001..100000.");
        }

        _inner = inner;
        _factor = factor;
        _start = inner.GetUtcNow();
        _origin = inner.GetTimestamp();
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => (long)(_inner.GetElapsedTime(_origin).Ticks * _factor);

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new ScaledTimer(_inner.CreateTimer(callback, state, Scale(dueTime), Scale(period)), Scale);

    private TimeSpan Scale(TimeSpan span) =>
        span == Timeout.InfiniteTimeSpan ? span : TimeSpan.FromTicks((long)Math.Ceiling(span.Ticks / _factor));
}
