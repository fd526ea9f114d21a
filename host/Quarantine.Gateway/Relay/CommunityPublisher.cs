using Quarantine.Messages.Mqtt;

namespace Quarantine.Gateway.Relay;

/// <summary>
/// Publishes on the community's broker without waiting for a broker that is away: the link keeps the message, and whoever needs it to
/// arrive tries again by the clock. Thread-safe.
/// </summary>
public sealed class CommunityPublisher(IMqttLink link)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether the broker acknowledged in time.</summary>
    public async Task<bool> PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await link.PublishAsync(topic, payload, cancellationToken: either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (MqttLinkException)
        {
            return false;
        }
    }
}
