using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Quarantine.Messages.Mqtt.Native;

/// <summary>
/// One attempt and, where it succeeds, one connection: a client structure of libmosquitto that is used once and by one thread only.
/// A structure that is reused would send its own old messages again beside the link's.
/// </summary>
internal sealed unsafe class MosquittoConnection : IDisposable
{
    /// <summary>Most QoS 1 messages that are unacknowledged at a time, each way.</summary>
    internal const int Window = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IMosquittoEvents _events;
    private GCHandle _self;
    private nint _client;
    private ExceptionDispatchInfo? _escaped;

    internal MosquittoConnection(MqttLinkOptions options, IMosquittoEvents events)
    {
        MosquittoLibrary.Require();
        _events = events;
        _self = GCHandle.Alloc(this);
        _client = MosquittoNative.mosquitto_new(options.ClientId, options.CleanSession, GCHandle.ToIntPtr(_self));
        try
        {
            Check(_client == 0 ? MosquittoError.NoMemory : MosquittoError.Success, "creating the client");
            Configure(options);
            SetCallbacks();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The library's last error line, or null. It tells more of a failed TLS handshake than the return code does.</summary>
    internal string? LastLogLine { get; private set; }

    internal int Socket => MosquittoNative.mosquitto_socket(_client);

    internal bool WantWrite => MosquittoNative.mosquitto_want_write(_client);

    /// <summary>Begins the attempt; the outcome comes by <see cref="IMosquittoEvents.OnConnected"/> or a failing loop call, or never.</summary>
    internal int Begin(MqttLinkOptions options) =>
        MosquittoNative.mosquitto_connect_async(_client, options.Host, options.Port, (int)options.KeepAlive.TotalSeconds);

    internal int Publish(PendingPublish message, out int packetId)
    {
        using var payload = message.Payload.Pin();
        fixed (int* id = &packetId)
        {
            return MosquittoNative.mosquitto_publish(
                _client, id, message.Topic, message.Payload.Length, (byte*)payload.Pointer, (int)message.QualityOfService, message.Retain);
        }
    }

    internal int Subscribe(Subscription subscription, out int packetId)
    {
        fixed (int* id = &packetId)
        {
            return MosquittoNative.mosquitto_subscribe(_client, id, subscription.Filter, (int)subscription.QualityOfService);
        }
    }

    /// <summary>Queues the farewell.</summary>
    internal int Disconnect() => MosquittoNative.mosquitto_disconnect(_client);

    /// <summary>Reads, writes and keeps alive; not 0 when the connection is over.</summary>
    internal int Step(bool readable, bool writable)
    {
        var code = readable ? MosquittoNative.mosquitto_loop_read(_client, 1) : MosquittoError.Success;
        code = code == MosquittoError.Success && writable ? MosquittoNative.mosquitto_loop_write(_client, 1) : code;
        code = code == MosquittoError.Success ? MosquittoNative.mosquitto_loop_misc(_client) : code;
        _escaped?.Throw();
        return code;
    }

    public void Dispose()
    {
        if (_client != 0)
        {
            MosquittoNative.mosquitto_destroy(_client);
            _client = 0;
        }

        if (_self.IsAllocated)
        {
            _self.Free();
        }
    }

    private void Configure(MqttLinkOptions options)
    {
        Check(MosquittoNative.mosquitto_threaded_set(_client, true), "mosquitto_threaded_set");
        Check(MosquittoNative.mosquitto_int_option(_client, MosquittoNative.OptionTcpNoDelay, 1), "option TCP_NODELAY");
        Check(MosquittoNative.mosquitto_int_option(_client, MosquittoNative.OptionSendMaximum, Window), "option SEND_MAXIMUM");
        Check(MosquittoNative.mosquitto_int_option(_client, MosquittoNative.OptionReceiveMaximum, Window), "option RECEIVE_MAXIMUM");
        if (options.UserName is not null)
        {
            Check(MosquittoNative.mosquitto_username_pw_set(_client, options.UserName, options.Password), "user name and password");
        }

        if (options.Will is { } will)
        {
            using var payload = will.Payload.Pin();
            Check(MosquittoNative.mosquitto_will_set(_client, will.Topic, will.Payload.Length, (byte*)payload.Pointer, (int)will.QualityOfService, will.Retain), "the will");
        }

        if (options.CaFile is not null)
        {
            var code = MosquittoNative.mosquitto_tls_set(_client, options.CaFile, null, options.CertificateFile, options.KeyFile, &RefusePassword);
            Check(code, "CaFile, CertificateFile or KeyFile", MqttLinkError.BadCredentialFile);
        }
    }

    private void SetCallbacks()
    {
        MosquittoNative.mosquitto_connect_callback_set(_client, &OnConnect);
        MosquittoNative.mosquitto_publish_callback_set(_client, &OnPublish);
        MosquittoNative.mosquitto_subscribe_callback_set(_client, &OnSubscribe);
        MosquittoNative.mosquitto_message_callback_set(_client, &OnMessage);
        MosquittoNative.mosquitto_log_callback_set(_client, &OnLog);
    }

    private static void Check(int code, string what, MqttLinkError error = MqttLinkError.Rejected)
    {
        if (code != MosquittoError.Success)
        {
            throw new MqttLinkException(error, $"libmosquitto refused {what}: {MosquittoError.Describe(code)}");
        }
    }

    private static MosquittoConnection Of(nint state) => (MosquittoConnection)GCHandle.FromIntPtr(state).Target!;

    /// <summary>An exception that crosses native frames aborts the process: it is kept until the library has returned.</summary>
    private void Keep(Exception escaped) => _escaped ??= ExceptionDispatchInfo.Capture(escaped);

    [UnmanagedCallersOnly]
    private static void OnConnect(nint client, nint state, int returnCode)
    {
        var self = Of(state);
        try
        {
            self._events.OnConnected(returnCode);
        }
        catch (Exception escaped)
        {
            self.Keep(escaped);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnPublish(nint client, nint state, int packetId)
    {
        var self = Of(state);
        try
        {
            self._events.OnPublished(packetId);
        }
        catch (Exception escaped)
        {
            self.Keep(escaped);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnSubscribe(nint client, nint state, int packetId, int count, int* granted)
    {
        var self = Of(state);
        try
        {
            self._events.OnSubscribed(packetId, count > 0 ? granted[0] : 0x80);
        }
        catch (Exception escaped)
        {
            self.Keep(escaped);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnMessage(nint client, nint state, NativeMessage* message)
    {
        var self = Of(state);
        try
        {
            if (TryDecode(message->Topic, out var topic))
            {
                self._events.OnMessage(topic, new ReadOnlySpan<byte>(message->Payload, message->PayloadLength), message->Retain != 0);
            }
            else
            {
                self._events.OnMalformedTopic();
            }
        }
        catch (Exception escaped)
        {
            self.Keep(escaped);
        }
    }

    [UnmanagedCallersOnly]
    private static void OnLog(nint client, nint state, int level, byte* line)
    {
        if ((level & (MosquittoNative.LogError | MosquittoNative.LogWarning)) != 0)
        {
            Of(state).LastLogLine = Marshal.PtrToStringUTF8((nint)line);
        }
    }

    /// <summary>Without this OpenSSL would ask for an encrypted key's password on the terminal, and wait for ever.</summary>
    [UnmanagedCallersOnly]
    private static int RefusePassword(byte* buffer, int size, int writing, void* state) => 0;

    private static bool TryDecode(byte* text, out string decoded)
    {
        try
        {
            decoded = Strict.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
            return true;
        }
        catch (DecoderFallbackException)
        {
            decoded = "";
            return false;
        }
    }
}
