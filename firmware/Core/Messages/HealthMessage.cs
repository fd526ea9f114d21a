using System.Text;

namespace Quarantine.Firmware.Core
{
    /// <summary>Builds the JSON of a node's health.</summary>
    public static class HealthMessage
    {
        /// <param name="node">The node's id.</param>
        /// <param name="boot">Number of the boot.</param>
        /// <param name="up">Now, ms since boot.</param>
        /// <param name="queue">The events held.</param>
        /// <param name="battery">mV; 0 where there is no battery or no reading yet.</param>
        /// <param name="faults">Bits of <see cref="NodeFault"/>.</param>
        /// <param name="authenticator">Makes the tag.</param>
        public static byte[] Build(string node, int boot, long up, EventQueue queue, int battery, int faults, MessageAuthenticator authenticator)
        {
            string fields = "health|" + boot.ToString() + "|" + up.ToString() + "|" + queue.Count.ToString()
                + "|" + queue.Dropped.ToString() + "|" + battery.ToString() + "|" + faults.ToString();
            string json = "{\"v\":1,\"node\":\"" + node + "\",\"boot\":" + boot.ToString() + ",\"up\":" + up.ToString()
                + ",\"queued\":" + queue.Count.ToString() + ",\"dropped\":" + queue.Dropped.ToString()
                + ",\"battery\":" + battery.ToString() + ",\"faults\":" + faults.ToString() + ",\"mac\":\"" + authenticator.Tag(fields) + "\"}";
            return Encoding.UTF8.GetBytes(json);
        }
    }
}
