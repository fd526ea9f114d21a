using System.Collections.Concurrent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>Network and broker as the test wants them.</summary>
internal sealed class TestAir : INetwork, IMqttSessionFactory
{
    private readonly ConcurrentQueue<TestSession> _sessions = new();

    internal ManualResetEventSlim Gate { get; } = new(true);

    internal bool HasNetwork { get; set; } = true;

    internal bool HasTime { get; set; } = true;

    internal bool ResolvesNames { get; set; } = true;

    internal bool IsDown { get; set; }

    internal bool Refuses { get; set; }

    internal bool Confirms { get; set; } = true;

    internal bool ConfirmsSubscriptions { get; set; } = true;

    internal IReadOnlyList<TestSession> Sessions => [.. _sessions];

    public bool Join() => HasNetwork;

    public bool SetClock() => HasTime;

    public IMqttSession Create(RadioLink link)
    {
        if (!ResolvesNames)
        {
            throw new InvalidOperationException("no such host");
        }

        var session = new TestSession(link, this);
        _sessions.Enqueue(session);
        return session;
    }
}
