using Quarantine.Messages.Mqtt.Native;

namespace Quarantine.Messages.Mqtt;

/// <summary>The link on libmosquitto. All of the library is called by one thread; see <see cref="IMqttLink"/> for the rules.</summary>
public sealed class MosquittoLink : IMqttLink
{
    private readonly Lock _gate = new();
    private readonly MqttLinkOptions _options;
    private readonly PublishQueue _queue;
    private readonly SubscriptionTable _subscriptions = new();
    private readonly LinkLoop _loop;
    private TaskCompletionSource? _attempt;
    private Task? _running;
    private bool _disposed;

    /// <summary>Throws <see cref="ArgumentException"/> with the setting's name where one is wrong. Do not change the settings afterwards.</summary>
    public MosquittoLink(MqttLinkOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        MosquittoLibrary.Require();
        _options = options;
        _queue = new PublishQueue(options.MaximumPending, MosquittoConnection.Window);
        _loop = new LinkLoop(options, _queue, _subscriptions, OnState, OnFault);
    }

    public event EventHandler<MqttLinkStateChangedEventArgs>? StateChanged;

    public event EventHandler<MqttLinkFaultEventArgs>? Faulted;

    public MqttLinkState State { get; private set; }

    public Task ConnectAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (State == MqttLinkState.Connected)
            {
                return Task.CompletedTask;
            }

            _attempt ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _running ??= _loop.StartAsync();
            _loop.RetryNow();
            return _attempt.Task.WaitAsync(cancellationToken);
        }
    }

    public async Task PublishAsync(
        string topic,
        ReadOnlyMemory<byte> payload,
        MqttQualityOfService qualityOfService = MqttQualityOfService.AtLeastOnce,
        bool retain = false,
        CancellationToken cancellationToken = default)
    {
        Require(MqttTopic.IsName(topic), nameof(topic), "A topic must be UTF-8 without wildcards and control characters, and at most 65535 bytes and 200 levels long.");
        Require(payload.Length <= _options.MaximumPayload, nameof(payload), $"A payload has at most {_options.MaximumPayload} bytes (MaximumPayload), not {payload.Length}.");
        Require(Enum.IsDefined(qualityOfService), nameof(qualityOfService), "QoS is 0 or 1.");
        cancellationToken.ThrowIfCancellationRequested();

        var message = new PendingPublish(topic, payload, qualityOfService, retain);
        _queue.Add(message, State == MqttLinkState.Connected);
        _loop.Wake();
        await using var registration = cancellationToken.Register(() => message.Cancel(cancellationToken));
        await message.Done;
    }

    public async Task SubscribeAsync(
        string filter,
        MqttMessageHandler handler,
        MqttQualityOfService qualityOfService = MqttQualityOfService.AtLeastOnce,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Require(MqttTopic.IsFilter(filter), nameof(filter), "A filter must be UTF-8 without control characters, with + for a whole level and # as the last one.");
        Require(Enum.IsDefined(qualityOfService), nameof(qualityOfService), "QoS is 0 or 1.");
        ObjectDisposedException.ThrowIf(_disposed, this);

        var subscription = new Subscription(filter, handler, qualityOfService);
        _subscriptions.Add(subscription);
        _loop.Wake();
        await subscription.Confirmed.Task.WaitAsync(cancellationToken);
    }

    public ValueTask AbortAsync() => EndAsync(farewell: false);

    public ValueTask DisposeAsync() => EndAsync(farewell: true);

    private async ValueTask EndAsync(bool farewell)
    {
        Task? running;
        lock (_gate)
        {
            _disposed = true;
            running = _running;
        }

        _loop.Stop(farewell);
        await (running ?? Task.CompletedTask);
        _loop.Dispose();
        _queue.Close();
        foreach (var subscription in _subscriptions.All)
        {
            subscription.Confirmed.TrySetException(new ObjectDisposedException(nameof(MosquittoLink)));
        }

        Interlocked.Exchange(ref _attempt, null)?.TrySetException(new ObjectDisposedException(nameof(MosquittoLink)));
    }

    private void OnState(MqttLinkState state, MqttLinkException? cause)
    {
        TaskCompletionSource? attempt = null;
        lock (_gate)
        {
            State = state;
            if (state != MqttLinkState.Connecting)
            {
                (attempt, _attempt) = (_attempt, null);
            }
        }

        if (state == MqttLinkState.Connected)
        {
            attempt?.TrySetResult();
        }
        else if (cause is not null)
        {
            attempt?.TrySetException(cause);
        }
        else
        {
            attempt?.TrySetException(new ObjectDisposedException(nameof(MosquittoLink)));
        }

        StateChanged?.Invoke(this, new MqttLinkStateChangedEventArgs(state, cause));
    }

    private void OnFault(MqttLinkException fault) => Faulted?.Invoke(this, new MqttLinkFaultEventArgs(fault));

    private static void Require(bool condition, string name, string complaint)
    {
        if (!condition)
        {
            throw new ArgumentException(complaint, name);
        }
    }
}
