namespace Quarantine.TestKit.Time;

/// <summary>
/// A clock that stands still until it is moved. Moving it fires the timers that come due, in their order, on the caller's thread, each with
/// the clock at its own moment. Thread-safe.
/// </summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<SimulatedTimer> _timers = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null where none is set.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock to a moment, which does nothing where that has passed.</summary>
    public void AdvanceTo(DateTimeOffset moment)
    {
        while (TakeNext(moment) is { } timer)
        {
            timer.Fire();
        }
    }

    internal void Schedule(SimulatedTimer timer, TimeSpan? delay)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (delay is { } wait)
            {
                timer.Due = _now + wait;
                _timers.Add(timer);
            }
        }
    }

    private SimulatedTimer? TakeNext(DateTimeOffset moment)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= moment).MinBy(timer => timer.Due);
            var reached = next?.Due ?? moment;
            _now = reached > _now ? reached : _now;
            if (next is null)
            {
                return null;
            }

            _timers.Remove(next);
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
                _timers.Add(next);
            }

            return next;
        }
    }
}
