namespace Quarantine.Firmware.Core
{
    /// <summary>The topics of one node.</summary>
    public sealed class Topics
    {
        /// <summary>Where Home Assistant says <c>online</c> after a start.</summary>
        public const string HomeAssistantStatus = "homeassistant/status";

        public Topics(string house, string node)
        {
            string prefix = "quarantine/v1/" + house + "/" + node + "/";
            Event = prefix + "event";
            State = prefix + "state";
            Availability = prefix + "availability";
            Health = prefix + "health";
            Command = prefix + "command";
            Discovery = "homeassistant/device/" + node + "/config";
        }

        public string Event { get; }

        public string State { get; }

        public string Availability { get; }

        public string Health { get; }

        public string Command { get; }

        public string Discovery { get; }
    }
}
