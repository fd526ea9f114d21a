using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator;

/// <summary>One attempt of a node to connect and, where it succeeds, one connection. Thread-safe.</summary>
/// <param name="link">The link, used once; null where there is no network.</param>
/// <param name="listener">Told the outcome.</param>
internal sealed class RadioConnection(IMqttLink? link, IRadioListener listener)
{
    /// <summary>
    /// Most messages that may wait for the broker; the core keeps what does not fit, until its clock has gone on. More than a full queue and
    /// what else a node says: under a clock that is moved by hand a refusal would wait for the hand.
    /// </summary>
    private const int MaximumPending = 1024;

    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly HashSet<Task> _pending = [];
    private bool _ended;

    /// <summary>Whether an outcome is open: of the attempt, a subscription, a message or the end.</summary>
    internal bool IsBusy
    {
        get
        {
            lock (_gate)
            {
                return _pending.Count > 0;
            }
        }
    }

    internal void Begin() => Track(ConnectAsync());

    internal void Subscribe(string topic) => Track(SubscribeAsync(topic));

    internal bool TryPublish(string topic, byte[] payload, MqttQualityOfService quality, bool retain)
    {
        lock (_gate)
        {
            if (_ended || link is not { State: MqttLinkState.Connected } || _pending.Count >= MaximumPending)
            {
                return false;
            }
        }

        Track(PublishAsync(topic, payload, quality, retain));
        return true;
    }

    /// <summary>Ends it. With a farewell, what was handed over goes first; without one, the broker publishes the will.</summary>
    internal void End(bool farewell)
    {
        List<Task> before;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            before = [.. _pending];
        }

        Track(EndAsync(before, farewell));
    }

    /// <summary>Completes when nothing of it is under way.</summary>
    internal async Task CompletionAsync()
    {
        while (true)
        {
            List<Task> pending;
            lock (_gate)
            {
                pending = [.. _pending];
            }

            if (pending.Count == 0)
            {
                return;
            }

            await Task.WhenAll(pending);
        }
    }

    /// <summary>Counts what is under way. None of the tasks fails: each deals with its own failure.</summary>
    private void Track(Task task)
    {
        lock (_gate)
        {
            _pending.Add(task);
        }

        _ = UntrackAsync(task);
    }

    private async Task UntrackAsync(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        lock (_gate)
        {
            _pending.Remove(task);
        }

        listener.OnProgress();
    }

    private async Task ConnectAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        if (link is null)
        {
            listener.OnConnectFailed(this, new MqttLinkException(MqttLinkError.Unreachable, "The node has no network."));
            return;
        }

        try
        {
            await link.ConnectAsync();
            listener.OnConnected(this);
            link.StateChanged += (_, change) => LoseUnless(change.State != MqttLinkState.Disconnected);
            LoseUnless(link.State == MqttLinkState.Connected);
        }
        catch (MqttLinkException failure)
        {
            listener.OnConnectFailed(this, failure);
        }
        catch (ObjectDisposedException)
        {
            // The core gave the attempt up.
        }
    }

    private void LoseUnless(bool connected)
    {
        if (!connected)
        {
            listener.OnLost(this);
        }
    }

    private async Task SubscribeAsync(string topic)
    {
        try
        {
            await link!.SubscribeAsync(topic, message => listener.OnMessage(this, message));
        }
        catch (MqttLinkException)
        {
            // Without its commands a node is deaf: it tries again, and its light tells.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            listener.OnLost(this);
        }
        catch (ObjectDisposedException)
        {
            // The connection is over.
        }
    }

    private async Task PublishAsync(string topic, byte[] payload, MqttQualityOfService quality, bool retain)
    {
        try
        {
            await link!.PublishAsync(topic, payload, quality, retain);
        }
        catch (Exception failure) when (failure is MqttLinkException or ObjectDisposedException)
        {
            // The gateway's acknowledgement alone counts: the core keeps the event and sends it again.
        }
    }

    private async Task EndAsync(List<Task> before, bool farewell)
    {
        if (link is null)
        {
            return;
        }

        if (!farewell)
        {
            await link.AbortAsync();
            return;
        }

        if (link.State == MqttLinkState.Connected)
        {
            await Task.WhenAny(Task.WhenAll(before), Task.Delay(FarewellTime, TimeProvider.System));
        }

        await link.DisposeAsync();
    }
}
