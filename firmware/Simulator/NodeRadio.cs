using Quarantine.Firmware.Core;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator;

/// <summary>
/// A node's MQTT client over a real link: one link a connection, since when to try again is the node's own decision. Outcomes are told on
/// the thread pool, never within a call of the core. Thread-safe.
/// </summary>
internal sealed class NodeRadio(IMqttLinkFactory links, Func<MqttWill, MqttLinkOptions> options) : ITransport, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private IMqttLink? _link;
    private bool _connected;
    private long _pending;

    public event Action? Connected;

    /// <summary>The argument: whether the credentials were refused.</summary>
    public event Action<bool>? ConnectFailed;

    public event Action? ConnectionLost;

    public event Action<string, byte[]>? MessageArrived;

    /// <summary>Attempts and messages whose outcome is open.</summary>
    public bool IsBusy => Interlocked.Read(ref _pending) > 0;

    public void BeginConnect(string willTopic, byte[] willPayload)
    {
        var link = links.Create(options(new MqttWill(willTopic, willPayload, MqttQualityOfService.AtLeastOnce, Retain: true)));
        lock (_gate)
        {
            _link = link;
            _connected = false;
        }

        Track(ConnectAsync(link));
    }

    public void Subscribe(string topic)
    {
        if (Current is { } link)
        {
            Track(link.SubscribeAsync(topic, message =>
            {
                var payload = message.Payload.ToArray();
                Track(Task.Run(() => MessageArrived?.Invoke(message.Topic, payload)));
            }));
        }
    }

    public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
    {
        if (Current is not { } link)
        {
            return false;
        }

        Track(link.PublishAsync(topic, payload, atLeastOnce ? MqttQualityOfService.AtLeastOnce : MqttQualityOfService.AtMostOnce, retain));
        return true;
    }

    public void Disconnect() => Track(EndAsync(abort: false));

    /// <summary>The power fails: no farewell, and the broker publishes the will.</summary>
    public Task AbortAsync() => EndAsync(abort: true);

    public async ValueTask DisposeAsync() => await EndAsync(abort: false);

    private IMqttLink? Current
    {
        get
        {
            lock (_gate)
            {
                return _connected ? _link : null;
            }
        }
    }

    private async Task ConnectAsync(IMqttLink link)
    {
        try
        {
            link.StateChanged += (_, change) => OnStateChanged(link, change.State);
            await link.ConnectAsync();
            lock (_gate)
            {
                if (_link != link)
                {
                    return;
                }

                _connected = true;
            }

            Connected?.Invoke();
        }
        catch (MqttLinkException exception)
        {
            if (Release(link))
            {
                await link.DisposeAsync();
                ConnectFailed?.Invoke(exception.Error == MqttLinkError.NotAuthorized);
            }
        }
    }

    private void OnStateChanged(IMqttLink link, MqttLinkState state)
    {
        bool lost;
        lock (_gate)
        {
            lost = state == MqttLinkState.Disconnected && _link == link && _connected;
        }

        if (lost && Release(link))
        {
            Track(Task.Run(async () =>
            {
                await link.DisposeAsync();
                ConnectionLost?.Invoke();
            }));
        }
    }

    private async Task EndAsync(bool abort)
    {
        IMqttLink? link;
        lock (_gate)
        {
            (link, _link, _connected) = (_link, null, false);
        }

        if (link is not null)
        {
            await (abort ? link.AbortAsync() : link.DisposeAsync());
        }
    }

    private bool Release(IMqttLink link)
    {
        lock (_gate)
        {
            var ours = _link == link;
            (_link, _connected) = ours ? (null, false) : (_link, _connected);
            return ours;
        }
    }

    /// <summary>Counts what is under way. What fails is the link's to tell: the node sends again what the gateway does not acknowledge.</summary>
    private void Track(Task task)
    {
        Interlocked.Increment(ref _pending);
        _ = FinishAsync(task);
    }

    private async Task FinishAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception) when (exception is MqttLinkException or ObjectDisposedException or OperationCanceledException)
        {
            // Lost with its connection.
        }
        finally
        {
            Interlocked.Decrement(ref _pending);
        }
    }
}
