using System.Text;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>A broker that confirms everything.</summary>
    public sealed class TestSession : IMqttSession
    {
        private readonly MemoryRadio _sent = new MemoryRadio();

        public TestSession(RadioLink link)
        {
            Link = link;
        }

        public RadioLink Link { get; }

        public bool Closed { get; private set; }

        public int Unconfirmed => 0;

        public int UnconfirmedSubscriptions => 0;

        public bool SubscriptionRefused => false;

        public void Open(string willTopic, byte[] willPayload)
        {
        }

        public void Subscribe(string topic)
        {
        }

        public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
        {
            return _sent.TryPublish(topic, payload, atLeastOnce, retain);
        }

        public void Close()
        {
            Closed = true;
        }

        public int CountOn(string topic)
        {
            return _sent.CountOn(topic);
        }

        public string LastOn(string topic)
        {
            return _sent.LastOn(topic);
        }

        /// <summary>A command of the gateway.</summary>
        public void Command(string json)
        {
            Link.OnMessage(TestNode.Prefix + "command", Encoding.UTF8.GetBytes(json));
        }
    }
}
