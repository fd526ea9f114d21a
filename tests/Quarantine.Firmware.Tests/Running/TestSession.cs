using System.Collections.Concurrent;
using System.Text;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>A broker's end, in the test's hands.</summary>
internal sealed class TestSession(RadioLink link, TestAir air) : IMqttSession
{
    private readonly ConcurrentQueue<(string Topic, string Text)> _sent = new();
    private int _unconfirmed;

    public int Unconfirmed => Volatile.Read(ref _unconfirmed) + UnconfirmedSubscriptions;

    public int UnconfirmedSubscriptions { get; private set; }

    public bool SubscriptionRefused { get; internal set; }

    internal RadioLink Link { get; } = link;

    internal IReadOnlyList<(string Topic, string Text)> Sent => [.. _sent];

    internal bool Closed { get; private set; }

    /// <summary>What was unconfirmed at the goodbye.</summary>
    internal int LostAtGoodbye { get; private set; }

    public void Open(string willTopic, byte[] willPayload)
    {
        air.Gate.Wait();
        if (air.Refuses)
        {
            throw new MqttRefusedException();
        }

        if (air.IsDown)
        {
            throw new InvalidOperationException("down");
        }
    }

    public void Subscribe(string topic)
    {
        if (!air.ConfirmsSubscriptions)
        {
            UnconfirmedSubscriptions++;
        }
    }

    public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
    {
        _sent.Enqueue((topic, Encoding.UTF8.GetString(payload)));
        if (!air.Confirms)
        {
            Interlocked.Increment(ref _unconfirmed);
        }

        return true;
    }

    public void Close()
    {
        LostAtGoodbye = Unconfirmed;
        Closed = true;
    }

    internal void ConfirmAll() => Volatile.Write(ref _unconfirmed, 0);
}
