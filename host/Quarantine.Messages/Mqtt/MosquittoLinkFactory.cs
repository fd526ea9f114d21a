namespace Quarantine.Messages.Mqtt;

/// <summary>Links on libmosquitto, the default.</summary>
public sealed class MosquittoLinkFactory : IMqttLinkFactory
{
    public IMqttLink Create(MqttLinkOptions options) => new MosquittoLink(options);
}
