namespace Quarantine.Gateway.Running;

/// <summary>
/// Runs one step after another on one task: when signalled, and when the time that the last step named has come. A step that throws is
/// reported and tried again after <see cref="RetryAfter"/>. Thread-safe.
/// </summary>
/// <param name="clock">Time.</param>
/// <param name="step">One step; returns when it wants to run next at the latest, null for only when signalled.</param>
/// <param name="onError">Takes what a step threw.</param>
public sealed class WorkLoop(TimeProvider clock, Func<CancellationToken, Task<DateTimeOffset?>> step, Action<Exception> onError) : IAsyncDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _signal = new(0);
    private long _signals;
    private long _served = -1;
    private long _due = long.MaxValue;
    private Task _running = Task.CompletedTask;

    /// <summary>Whether the loop waits, and neither a signal nor a moment that has come is unserved.</summary>
    public bool IsIdle => Interlocked.Read(ref _served) == Interlocked.Read(ref _signals) && clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _due);

    /// <summary>Starts with a first step.</summary>
    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Asks for a step after the one that may be running.</summary>
    public void Signal()
    {
        Interlocked.Increment(ref _signals);
        _signal.Release();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _signal.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var signals = Interlocked.Read(ref _signals);
            await WaitAsync(await StepAsync(), signals);
        }
    }

#pragma warning disable CA1031 // Whatever a step throws, the gateway goes on; the error is reported.
    private async Task<DateTimeOffset> StepAsync()
    {
        try
        {
            return await step(_stop.Token) ?? DateTimeOffset.MaxValue;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return DateTimeOffset.MaxValue;
        }
        catch (Exception exception)
        {
            onError(exception);
            return clock.GetUtcNow() + RetryAfter;
        }
    }
#pragma warning restore CA1031

    /// <summary>Idle only once the timer runs: whoever moves the clock when all are idle moves it past no timer that is yet to be set.</summary>
    private async Task WaitAsync(DateTimeOffset due, long served)
    {
        var wait = due - clock.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var woken = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var timer = Task.Delay(wait < LongestWait ? wait : LongestWait, clock, woken.Token);
        var signal = _signal.WaitAsync(woken.Token);
        Interlocked.Exchange(ref _due, due.UtcTicks);
        Interlocked.Exchange(ref _served, served);
        if (clock.GetUtcNow() < due)
        {
            await Task.WhenAny(timer, signal);
        }

        await woken.CancelAsync();
        await Task.WhenAll(timer, signal).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (_signal.CurrentCount > 0)
        {
            await _signal.WaitAsync();
        }
    }
}
