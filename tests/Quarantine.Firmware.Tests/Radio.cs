using System.Text;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>A transport that keeps what it is given, and does what the test says.</summary>
internal sealed class Radio : ITransport
{
    internal sealed record Publication(string Topic, string Text, bool AtLeastOnce, bool Retain);

    internal List<Publication> Sent { get; } = [];

    internal List<string> Subscriptions { get; } = [];

    /// <summary>How often a message was offered.</summary>
    internal int Offers { get; private set; }

    internal int Attempts { get; private set; }

    internal int Disconnections { get; private set; }

    internal (string Topic, string Payload) Will { get; private set; }

    /// <summary>Whether it takes messages at the moment.</summary>
    internal bool Busy { get; set; }

    public void BeginConnect(string willTopic, byte[] willPayload)
    {
        Attempts++;
        Will = (willTopic, Encoding.UTF8.GetString(willPayload));
    }

    public void Subscribe(string topic) => Subscriptions.Add(topic);

    public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
    {
        Offers++;
        if (!Busy)
        {
            Sent.Add(new Publication(topic, Encoding.UTF8.GetString(payload), atLeastOnce, retain));
        }

        return !Busy;
    }

    public void Disconnect() => Disconnections++;

    internal IEnumerable<string> On(string channel) =>
        Sent.Where(p => p.Topic.EndsWith("/" + channel, StringComparison.Ordinal)).Select(p => p.Text);
}
