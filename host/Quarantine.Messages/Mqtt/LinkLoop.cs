using System.Diagnostics;
using Quarantine.Messages.Mqtt.Native;

namespace Quarantine.Messages.Mqtt;

/// <summary>
/// The thread of a link: attempts, connections, delays between them. <see cref="Wake"/>, <see cref="RetryNow"/> and <see cref="Stop"/> are
/// thread-safe. It measures by the system's monotonic clock, since what it waits for are sockets.
/// </summary>
internal sealed class LinkLoop(
    MqttLinkOptions options,
    PublishQueue queue,
    SubscriptionTable subscriptions,
    Action<MqttLinkState, MqttLinkException?> stateChanged,
    Action<MqttLinkException> faulted) : IMosquittoEvents, IDisposable
{
    private static readonly TimeSpan IdleStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    private readonly SocketWait _wait = new();
    private readonly ReconnectBackoff _backoff = new(options.ReconnectDelay, options.ReconnectDelayMaximum);
    private readonly Dictionary<int, Subscription> _requested = [];
    private readonly Queue<MqttLinkException> _faults = new();
    private volatile bool _stopping;
    private volatile bool _farewell;
    private volatile bool _retryNow;
    private int? _returnCode;

    internal Task StartAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Run(ended)) { IsBackground = true, Name = $"mqtt {options.ClientId}" }.Start();
        return ended.Task;
    }

    internal void Wake() => _wait.Wake();

    /// <summary>Ends a delay between attempts.</summary>
    internal void RetryNow()
    {
        _retryNow = true;
        _wait.Wake();
    }

    internal void Stop(bool farewell)
    {
        _farewell = farewell;
        _stopping = true;
        _wait.Wake();
    }

    public void Dispose() => _wait.Dispose();

    void IMosquittoEvents.OnConnected(int returnCode) => _returnCode = returnCode;

    void IMosquittoEvents.OnPublished(int packetId) => queue.Acknowledged(packetId);

    void IMosquittoEvents.OnMalformedTopic() =>
        _faults.Enqueue(new MqttLinkException(MqttLinkError.MessageDropped, "A message whose topic is not UTF-8 was dropped."));

    void IMosquittoEvents.OnSubscribed(int packetId, int granted)
    {
        if (!_requested.Remove(packetId, out var subscription))
        {
            return;
        }

        if (granted is 0 or 1)
        {
            subscription.Confirmed.TrySetResult();
            return;
        }

        var refusal = new MqttLinkException(MqttLinkError.SubscriptionRefused, $"The broker {Broker} refused the subscription to {subscription.Filter}: check its ACL.");
        subscriptions.Remove(subscription);
        if (!subscription.Confirmed.TrySetException(refusal))
        {
            _faults.Enqueue(refusal);
        }
    }

    void IMosquittoEvents.OnMessage(string topic, ReadOnlySpan<byte> payload, bool retained)
    {
        if (payload.Length > options.MaximumPayload)
        {
            _faults.Enqueue(new MqttLinkException(MqttLinkError.MessageDropped, $"A message of {payload.Length} bytes was dropped; MaximumPayload is {options.MaximumPayload}."));
            return;
        }

        MqttMessage? message = null;
        foreach (var subscription in subscriptions.For(topic))
        {
            Deliver(subscription, message ??= new MqttMessage(topic, payload.ToArray(), retained));
        }
    }

    private string Broker => $"{options.Host}:{options.Port}";

    private void Run(TaskCompletionSource ended)
    {
        try
        {
            while (!_stopping)
            {
                _retryNow = false;
                RunConnection();
                Delay();
            }

            ended.SetResult();
        }
        catch (Exception failure)
        {
            ended.SetException(failure);
            throw;
        }
    }

    private void RunConnection()
    {
        stateChanged(MqttLinkState.Connecting, null);
        MqttLinkException? cause = null;
        try
        {
            using var connection = new MosquittoConnection(options, this);
            cause = Attempt(connection) ?? Serve(connection);
        }
        catch (MqttLinkException failure)
        {
            cause = failure;
        }

        queue.ConnectionLost();
        _requested.Clear();
        stateChanged(MqttLinkState.Disconnected, _stopping ? null : cause);
    }

    /// <summary>Connects; returns why not, or null.</summary>
    private MqttLinkException? Attempt(MosquittoConnection connection)
    {
        _returnCode = null;
        var started = Stopwatch.GetTimestamp();
        var code = connection.Begin(options);
        while (code is MosquittoError.Success or MosquittoError.ConnectPending && _returnCode is null && !_stopping)
        {
            var left = options.ConnectTimeout - Stopwatch.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                return new MqttLinkException(MqttLinkError.ConnectTimeout, LinkFailure.Timeout(Broker, options));
            }

            code = Step(connection, left < IdleStep ? left : IdleStep);
        }

        if (_returnCode is { } answer and not 0)
        {
            return LinkFailure.Refusal(Broker, answer);
        }

        return _returnCode is null ? LinkFailure.FromCode(Broker, code, connection.LastLogLine) : null;
    }

    /// <summary>Serves the connection until it breaks or the link ends; returns why it broke, or null.</summary>
    private MqttLinkException? Serve(MosquittoConnection connection)
    {
        _backoff.Reset();
        foreach (var subscription in subscriptions.All)
        {
            subscription.Requested = false;
        }

        Subscribe(connection);
        stateChanged(MqttLinkState.Connected, null);
        var code = MosquittoError.Success;
        while (!_stopping && code == MosquittoError.Success)
        {
            Subscribe(connection);
            Send(connection);
            code = Step(connection, IdleStep);
        }

        if (_stopping && _farewell)
        {
            SayFarewell(connection);
        }

        return code == MosquittoError.Success
            ? null
            : LinkFailure.Lost(Broker, code, connection.LastLogLine);
    }

    private int Step(MosquittoConnection connection, TimeSpan most)
    {
        _wait.Wait(connection.Socket, connection.WantWrite, most, out var readable, out var writable);
        var code = connection.Step(readable, writable);
        while (_faults.TryDequeue(out var fault))
        {
            faulted(fault);
        }

        return code;
    }

    private void Subscribe(MosquittoConnection connection)
    {
        foreach (var subscription in subscriptions.All.Where(s => !s.Requested))
        {
            subscription.Requested = true;
            if (connection.Subscribe(subscription, out var packetId) == MosquittoError.Success)
            {
                _requested[packetId] = subscription;
            }
        }
    }

    private void Send(MosquittoConnection connection)
    {
        while (queue.TryTake(out var message))
        {
            var code = connection.Publish(message!, out var packetId);
            if (code is MosquittoError.Success or MosquittoError.NoConnection)
            {
                queue.HandedOver(packetId, message!);
            }
            else
            {
                message!.Fail(new MqttLinkException(MqttLinkError.Rejected, $"libmosquitto refused the message: {MosquittoError.Describe(code)}"));
            }
        }
    }

    private void SayFarewell(MosquittoConnection connection)
    {
        var started = Stopwatch.GetTimestamp();
        var code = connection.Disconnect();
        while (code == MosquittoError.Success && connection.Socket >= 0 && connection.WantWrite && Stopwatch.GetElapsedTime(started) < FarewellTime)
        {
            code = Step(connection, TimeSpan.FromMilliseconds(100));
        }
    }

    private void Delay()
    {
        var most = _backoff.Next();
        var started = Stopwatch.GetTimestamp();
        while (!_stopping && !_retryNow && Stopwatch.GetElapsedTime(started) is var elapsed && elapsed < most)
        {
            _wait.Wait(most - elapsed);
        }
    }

    private void Deliver(Subscription subscription, MqttMessage message)
    {
        try
        {
            subscription.Handler(message);
        }
        catch (Exception failure)
        {
            _faults.Enqueue(new MqttLinkException(MqttLinkError.HandlerFailed, $"The handler of {subscription.Filter} failed: {failure.Message}", failure));
        }
    }
}
