using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>The radio's thread, and waiting for what it does.</summary>
internal sealed class RadioThread : IDisposable
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RadioTransport _radio;
    private readonly HandClock _clock;
    private readonly Thread _thread;
    private volatile bool _stopped;

    internal RadioThread(RadioTransport radio, HandClock clock)
    {
        (_radio, _clock) = (radio, clock);
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    internal static void WaitUntil(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, Patience), "What was waited for did not happen.");

    public void Dispose()
    {
        _stopped = true;
        _radio.Disconnect();
        while (!_thread.Join(10))
        {
            _clock.Advance(RadioTransport.FarewellMs);
        }
    }

    private void Run()
    {
        while (!_stopped)
        {
            _radio.Work();
        }
    }
}
