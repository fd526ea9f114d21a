using System.Security.Cryptography.X509Certificates;
using nanoFramework.M2Mqtt;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// Sessions of M2Mqtt, a client for each: its constructor resolves the broker's name, so that a client that is used again would stay with
    /// the first address, and nothing of a broken connection is left in the next one.
    /// </summary>
    internal sealed class M2MqttSessions : IMqttSessionFactory
    {
        /// <summary>
        /// Room in M2Mqtt's queue, which messages to and from the broker share: more than the radio ever hands over, so that a message that
        /// arrives finds a place, and is acknowledged.
        /// </summary>
        private const int QueueSize = RadioTransport.MaximumUnconfirmed * 2;

        private readonly ProvisioningRecord _record;
        private readonly X509Certificate _authority;

        /// <param name="record">Broker and credentials.</param>
        /// <param name="authority">The certificate that the broker's must descend from; null without TLS.</param>
        internal M2MqttSessions(ProvisioningRecord record, X509Certificate authority)
        {
            _record = record;
            _authority = authority;
        }

        public IMqttSession Create(RadioLink link)
        {
            MqttSslProtocols protocol = _record.Tls ? MqttSslProtocols.TLSv1_2 : MqttSslProtocols.None;
            MqttClient client = new MqttClient(_record.Broker, _record.Port, _record.Tls, _authority, null, protocol);
            client.Settings.InflightQueueSize = QueueSize;
            return new M2MqttSession(client, _record, link);
        }
    }
}
