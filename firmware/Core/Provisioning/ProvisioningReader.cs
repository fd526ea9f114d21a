namespace Quarantine.Firmware.Core
{
    /// <summary>Reads a provisioning record: one flat JSON object, see README.md. A field that is not known is an error, as a slip would be.</summary>
    public static class ProvisioningReader
    {
        /// <summary>The record's name in the node's storage.</summary>
        public const string FileName = "node.json";

        /// <summary>Longest record, in bytes.</summary>
        public const int MaximumLength = 2048;

        private const string KnownFields = "|v|house|node|key|sensors|power|broker|port|tls|user|password|motion-hold|motion-warm-up|low-battery|home-assistant|board|";

        /// <summary>The record; or null, and in <paramref name="error"/> the field's name and what it must be. Values are never repeated.</summary>
        public static ProvisioningRecord Read(byte[] content, out string error)
        {
            FlatJson json = FlatJson.Parse(content, MaximumLength);
            if (json == null)
            {
                error = "record: must be one flat JSON object of at most 2048 bytes";
                return null;
            }

            ProvisioningRecord record = new ProvisioningRecord();
            error = UnknownField(json);
            error = error ?? ReadIdentity(json, record);
            error = error ?? ReadSensors(json, record);
            error = error ?? ReadBroker(json, record);
            error = error ?? ReadTuning(json, record);
            return error == null ? record : null;
        }

        /// <summary>Whether a text is an id: 1 to 32 of a-z, 0-9 and -.</summary>
        public static bool IsId(string text)
        {
            if (text == null || text.Length < 1 || text.Length > 32)
            {
                return false;
            }

            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
                {
                    return false;
                }
            }

            return true;
        }

        private static string UnknownField(FlatJson json)
        {
            for (int i = 0; i < json.Count; i++)
            {
                string name = json.NameAt(i);
                if (name.IndexOf('|') >= 0 || KnownFields.IndexOf("|" + name + "|") < 0)
                {
                    return name + ": is not a field of a record";
                }
            }

            return null;
        }

        private static string ReadIdentity(FlatJson json, ProvisioningRecord record)
        {
            record.House = json.GetString("house");
            record.Node = json.GetString("node");
            record.Key = HexText.Decode(json.GetString("key"), ProvisioningRecord.KeyLength);
            if (json.GetNumber("v") != 1)
            {
                return "v: must be 1";
            }

            if (!IsId(record.House))
            {
                return "house: must be 1 to 32 of a-z, 0-9 and -";
            }

            if (!IsId(record.Node))
            {
                return "node: must be 1 to 32 of a-z, 0-9 and -";
            }

            return record.Key == null ? "key: must be 64 hexadecimal digits" : null;
        }

        private static string ReadSensors(FlatJson json, ProvisioningRecord record)
        {
            string power = json.GetString("power");
            if (power != "mains" && power != "battery")
            {
                return "power: must be mains or battery";
            }

            record.OnBattery = power == "battery";
            string sensors = json.GetString("sensors");
            if (sensors == null)
            {
                return "sensors: must be a list of names";
            }

            string[] names = sensors.Split(',');
            for (int i = 0; i < names.Length; i++)
            {
                int input = InputOf(names[i]);
                if (input == 0 || (record.Sensors & input) != 0)
                {
                    return "sensors: must be some of door, motion-inside, motion-outside, tamper, help, battery, each once, with commas";
                }

                record.Sensors |= input;
            }

            return null;
        }

        private static string ReadBroker(FlatJson json, ProvisioningRecord record)
        {
            record.Broker = json.GetString("broker");
            if (record.Broker == null || record.Broker.Length == 0)
            {
                return "broker: must be a host name or address";
            }

            long port = json.GetNumber("port");
            if (port < 1 || port > 65535)
            {
                return "port: must lie in 1..65535";
            }

            long tls = Number(json, "tls", 1);
            if (tls != 0 && tls != 1)
            {
                return "tls: must be 0 or 1";
            }

            record.Port = (int)port;
            record.Tls = tls == 1;
            record.User = Text(json, "user");
            record.Password = Text(json, "password");
            if (record.User == null || record.Password == null)
            {
                return "user, password: must be strings";
            }

            return record.User.Length == 0 && record.Password.Length > 0 ? "user: must be set where password is" : null;
        }

        private static string ReadTuning(FlatJson json, ProvisioningRecord record)
        {
            long hold = Number(json, "motion-hold", 5000);
            long warmUp = Number(json, "motion-warm-up", 60000);
            long low = Number(json, "low-battery", 2400);
            long homeAssistant = Number(json, "home-assistant", 1);
            record.Board = Text(json, "board");
            if (hold < 0 || hold > 600000)
            {
                return "motion-hold: must lie in 0..600000 ms";
            }

            if (warmUp < 0 || warmUp > 600000)
            {
                return "motion-warm-up: must lie in 0..600000 ms";
            }

            if (low < 0 || low > BatterySensor.MaximumMillivolts)
            {
                return "low-battery: must lie in 0..20000 mV";
            }

            if (homeAssistant != 0 && homeAssistant != 1)
            {
                return "home-assistant: must be 0 or 1";
            }

            record.MotionHoldMs = (int)hold;
            record.MotionWarmUpMs = (int)warmUp;
            record.LowBatteryMillivolts = (int)low;
            record.HomeAssistant = homeAssistant == 1;
            return record.Board == null || record.Board.Length > 64 ? "board: must be a string of at most 64 characters" : null;
        }

        /// <summary>The number, the default where the field is absent, -1 where it is a string.</summary>
        private static long Number(FlatJson json, string name, long absent)
        {
            return json.Has(name) ? json.GetNumber(name) : absent;
        }

        /// <summary>The string, empty where the field is absent, null where it is a number.</summary>
        private static string Text(FlatJson json, string name)
        {
            return json.Has(name) ? json.GetString(name) : "";
        }

        private static int InputOf(string name)
        {
            for (int input = SensorInput.Door; input <= SensorInput.Battery; input <<= 1)
            {
                if (SensorInput.NameOf(input) == name)
                {
                    return input;
                }
            }

            return 0;
        }
    }
}
