using Quarantine.Firmware.Core;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator;

/// <summary>
/// A node's MQTT client over real links: one link a connection, since when to try again is the core's own decision. The node's lock guards it;
/// what happens to a connection that was given up no longer counts.
/// </summary>
internal sealed class NodeRadio(IMqttLinkFactory links, Func<MqttWill, MqttLinkOptions> options, IRadioListener listener) : ITransport
{
    private readonly List<RadioConnection> _ending = [];

    /// <summary>The present attempt or connection, or null.</summary>
    internal RadioConnection? Current { get; private set; }

    /// <summary>Without a network every attempt fails.</summary>
    internal bool IsOffline { get; set; }

    /// <summary>Whether an attempt, a message or an end is under way.</summary>
    internal bool IsBusy
    {
        get
        {
            _ending.RemoveAll(connection => !connection.IsBusy);
            return _ending.Count > 0 || Current is { IsBusy: true };
        }
    }

    public void BeginConnect(string willTopic, byte[] willPayload)
    {
        var will = new MqttWill(willTopic, willPayload, MqttQualityOfService.AtLeastOnce, Retain: true);
        Current = new RadioConnection(IsOffline ? null : links.Create(options(will)), listener);
        Current.Begin();
    }

    public void Subscribe(string topic) => Current?.Subscribe(topic);

    public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain) =>
        Current is { } connection
        && connection.TryPublish(topic, payload, atLeastOnce ? MqttQualityOfService.AtLeastOnce : MqttQualityOfService.AtMostOnce, retain);

    public void Disconnect() => End(farewell: true);

    /// <summary>Ends the connection without a farewell, as a loss of power or network does.</summary>
    internal void Drop() => End(farewell: false);

    /// <summary>Completes when every connection that was given up is gone.</summary>
    internal Task CompletionAsync() => Task.WhenAll(_ending.Select(connection => connection.CompletionAsync()));

    private void End(bool farewell)
    {
        if (Current is { } connection)
        {
            Current = null;
            connection.End(farewell);
            _ending.RemoveAll(ended => !ended.IsBusy);
            _ending.Add(connection);
        }
    }
}
