using System.Collections;
using System.Text;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>A transport that keeps what it is given.</summary>
    public sealed class MemoryRadio : ITransport
    {
        private readonly ArrayList _topics = new ArrayList();
        private readonly ArrayList _texts = new ArrayList();

        public int Attempts { get; private set; }

        public string Will { get; private set; }

        public void BeginConnect(string willTopic, byte[] willPayload)
        {
            Attempts++;
            Will = willTopic + " " + Encoding.UTF8.GetString(willPayload, 0, willPayload.Length);
        }

        public void Subscribe(string topic)
        {
        }

        public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
        {
            _topics.Add(topic);
            _texts.Add(Encoding.UTF8.GetString(payload, 0, payload.Length));
            return true;
        }

        public void Disconnect()
        {
        }

        /// <summary>How many messages went to a topic.</summary>
        public int CountOn(string topic)
        {
            int count = 0;
            for (int i = 0; i < _topics.Count; i++)
            {
                count += (string)_topics[i] == topic ? 1 : 0;
            }

            return count;
        }

        /// <summary>The last message on a topic, or null.</summary>
        public string LastOn(string topic)
        {
            for (int i = _topics.Count - 1; i >= 0; i--)
            {
                if ((string)_topics[i] == topic)
                {
                    return (string)_texts[i];
                }
            }

            return null;
        }
    }
}
