using System.Text;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>A node's core with its surroundings in memory. Its key is that of tests/vectors/node-messages.json.</summary>
    public sealed class TestNode
    {
        public const string Key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
        public const string Prefix = "quarantine/v1/house-17/door-1/";

        private readonly string _sensors;

        public TestNode(string sensors)
        {
            _sensors = sensors;
            Storage = new MemoryStorage();
            BootCounter.Provision(Storage);
            Boot();
        }

        public MemoryStorage Storage { get; }

        public MemoryRadio Radio { get; private set; }

        public TestLed Led { get; private set; }

        public NodeCore Core { get; private set; }

        public static ProvisioningRecord Record(string sensors, string power)
        {
            string json = "{\"v\":1,\"house\":\"house-17\",\"node\":\"door-1\",\"key\":\"" + Key + "\",\"sensors\":\"" + sensors
                + "\",\"power\":\"" + power + "\",\"broker\":\"b\",\"port\":8883,\"motion-warm-up\":0,\"home-assistant\":0}";
            return ProvisioningReader.Read(Encoding.UTF8.GetBytes(json), out _);
        }

        /// <summary>Power off and on.</summary>
        public void Boot()
        {
            Radio = new MemoryRadio();
            Led = new TestLed();
            NodePorts ports = new NodePorts
            {
                Transport = Radio,
                Storage = Storage,
                Hmac = new ManagedHmac(),
                Random = new LowestRandom(),
                Led = Led,
            };
            Core = new NodeCore(Record(_sensors, "mains"), ports, false, false, 0);
            Core.Tick(0);
        }

        /// <summary>A clean move of an input at a time.</summary>
        public void Move(int input, bool active, long up)
        {
            Core.SetLevel(input, active, up);
            Core.Tick(up + 100);
        }

        public void Command(string json, long up)
        {
            Core.OnMessage(Prefix + "command", Encoding.UTF8.GetBytes(json), up);
        }

        /// <summary>The gateway's acknowledgement.</summary>
        public void Acknowledge(int boot, int seq, long up)
        {
            string mac = Authenticator().Tag("ack|" + boot.ToString() + "|" + seq.ToString());
            Command("{\"v\":1,\"cmd\":\"ack\",\"boot\":" + boot.ToString() + ",\"seq\":" + seq.ToString() + ",\"mac\":\"" + mac + "\"}", up);
        }

        public static MessageAuthenticator Authenticator()
        {
            return new MessageAuthenticator("house-17", "door-1", HexText.Decode(Key, 32), new ManagedHmac());
        }
    }
}
