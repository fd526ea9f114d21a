using Quarantine.Firmware.Core;
using Quarantine.Messages.Mqtt;
using Quarantine.TestKit;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>Sessions with a real broker, as M2Mqtt makes them on a board.</summary>
internal sealed class BrokerSessions(MosquittoServer broker, ProvisioningRecord record) : IMqttSessionFactory, INetwork
{
    internal BrokerSession? Last { get; private set; }

    public bool Join() => true;

    public bool SetClock() => true;

    public IMqttSession Create(RadioLink link) => Last = new BrokerSession(link, will => new MosquittoLink(new MqttLinkOptions
    {
        Host = MosquittoServer.Host,
        Port = broker.Port,
        CaFile = broker.CaFile,
        ClientId = $"{record.House}/{record.Node}",
        CleanSession = true,
        UserName = record.User.Length > 0 ? record.User : null,
        Password = record.Password.Length > 0 ? record.Password : null,
        Will = will,
    }));
}
