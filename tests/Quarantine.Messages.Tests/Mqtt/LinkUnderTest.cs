using Quarantine.Messages.Mqtt;
using Quarantine.TestKit;

namespace Quarantine.Messages.Tests.Mqtt;

/// <summary>Settings and waits that the link's tests share.</summary>
internal static class LinkUnderTest
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static int _clients;

    internal static MqttLinkOptions Options(MosquittoServer server, string? clientId = null) => new()
    {
        Host = MosquittoServer.Host,
        Port = server.Port,
        CaFile = server.CaFile,
        ClientId = clientId ?? $"test-{Interlocked.Increment(ref _clients)}",
        ReconnectDelay = TimeSpan.FromMilliseconds(20),
        ReconnectDelayMaximum = TimeSpan.FromMilliseconds(200),
    };

    internal static async Task<IMqttLink> ConnectAsync(MqttLinkOptions options)
    {
        var link = new MosquittoLinkFactory().Create(options);
        await link.ConnectAsync().WaitAsync(Patience);
        return link;
    }

    /// <summary>Subscribes and collects.</summary>
    internal static async Task<Inbox> CollectAsync(IMqttLink link, string filter)
    {
        var inbox = new Inbox();
        await link.SubscribeAsync(filter, inbox.Add).WaitAsync(Patience);
        return inbox;
    }

    /// <summary>Completes when the link reports the state, from now on or already.</summary>
    internal static Task<MqttLinkStateChangedEventArgs> NextAsync(IMqttLink link, MqttLinkState state)
    {
        var reached = new TaskCompletionSource<MqttLinkStateChangedEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        link.StateChanged += (_, change) =>
        {
            if (change.State == state)
            {
                reached.TrySetResult(change);
            }
        };
        return reached.Task.WaitAsync(Patience);
    }
}
