using System.Text;

namespace Quarantine.Firmware.Core
{
    /// <summary>Builds the JSON of an event.</summary>
    public static class EventMessage
    {
        /// <summary>The message of one publication of an event, which happens at <paramref name="sent"/> ms since boot.</summary>
        public static byte[] Build(string node, int boot, QueuedEvent queued, long sent, MessageAuthenticator authenticator)
        {
            string kind = EventKindName.Of(queued.Kind);
            string fields = boot.ToString() + "|" + queued.Seq.ToString() + "|" + queued.Up.ToString() + "|" + sent.ToString() + "|" + kind + "|" + queued.Value;
            string json = "{\"v\":1,\"node\":\"" + node + "\",\"boot\":" + boot.ToString() + ",\"seq\":" + queued.Seq.ToString()
                + ",\"up\":" + queued.Up.ToString() + ",\"sent\":" + sent.ToString() + ",\"kind\":\"" + kind
                + "\",\"value\":\"" + queued.Value + "\",\"mac\":\"" + authenticator.Tag(fields) + "\"}";
            return Encoding.UTF8.GetBytes(json);
        }
    }
}
