namespace Quarantine.Firmware.Core
{
    /// <summary>Reads the gateway's commands.</summary>
    public sealed class CommandReader
    {
        /// <summary>Longest command, in bytes.</summary>
        public const int MaximumLength = 512;

        private const long MaximumCounter = 2147483647;

        private readonly MessageAuthenticator _authenticator;

        public CommandReader(MessageAuthenticator authenticator)
        {
            _authenticator = authenticator;
        }

        /// <summary>The command, or null where it is malformed, too large, of another version, or not the gateway's.</summary>
        public NodeCommand Read(byte[] payload)
        {
            FlatJson json = FlatJson.Parse(payload, MaximumLength);
            if (json == null || json.GetNumber("v") != 1)
            {
                return null;
            }

            string name = json.GetString("cmd");
            if (name == "ack")
            {
                return ReadAcknowledgement(json);
            }

            return name == "led" ? ReadLed(json) : null;
        }

        private NodeCommand ReadAcknowledgement(FlatJson json)
        {
            long boot = json.GetNumber("boot");
            long seq = json.GetNumber("seq");
            string fields = "ack|" + boot.ToString() + "|" + seq.ToString();
            bool inRange = boot >= 0 && boot <= MaximumCounter && seq >= 0 && seq <= MaximumCounter;
            if (json.Count != 5 || !inRange || !_authenticator.Verify(fields, json.GetString("mac")))
            {
                return null;
            }

            return new NodeCommand(true) { Boot = (int)boot, Seq = (int)seq };
        }

        private NodeCommand ReadLed(FlatJson json)
        {
            string value = json.GetString("value");
            long id = json.GetNumber("id");
            if (json.Count != 5 || id < 0 || !LedStateName.TryParse(value, out LedState state))
            {
                return null;
            }

            string fields = "led|" + value + "|" + id.ToString();
            if (!_authenticator.Verify(fields, json.GetString("mac")))
            {
                return null;
            }

            return new NodeCommand(false) { Led = state, Id = id };
        }
    }
}
