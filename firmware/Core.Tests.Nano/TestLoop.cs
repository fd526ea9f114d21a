using System.Threading;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>A node's loop and radio on the platform's own threads, with everything around them in the test's hands.</summary>
    public sealed class TestLoop
    {
        private const int Patience = 500;

        public TestLoop(string sensors, string power, int wokenBy)
        {
            Board = new TestBoard { WokenBy = wokenBy };
            Air = new TestAir { HasNetwork = true };
            Mailbox = new Mailbox();
            Air.Radio = new RadioTransport(Air, Air, Mailbox, new LoopWatch(Supervisor.RadioMs, 0), Board, true);
            MemoryStorage storage = new MemoryStorage();
            BootCounter.Provision(storage);
            Loop = new NodeLoop(new NodeLoopParts
            {
                Record = TestNode.Record(sensors, power),
                Uptime = Board,
                Storage = storage,
                Hmac = new ManagedHmac(),
                Random = new LowestRandom(),
                Mailbox = Mailbox,
                Radio = Air.Radio,
                Light = new LightPlayer(new TestLamp()),
                Inputs = Board,
                Battery = Board,
                Power = Board,
                Watch = new LoopWatch(Supervisor.LoopMs, 0),
            });
            new Thread(Air.Run).Start();
        }

        public TestBoard Board { get; }

        public TestAir Air { get; }

        public Mailbox Mailbox { get; }

        public NodeLoop Loop { get; }

        public NodeCore Core => Loop.Core;

        /// <summary>Turns the loop until the node is connected; false where it does not come to that.</summary>
        public bool Connect()
        {
            for (int i = 0; i < Patience && !Core.Connected; i++)
            {
                Mailbox.Wait(10);
                Loop.Step(true);
            }

            return Core.Connected;
        }

        /// <summary>Lets time pass in steps until the node sleeps; null where it does not within a minute.</summary>
        public SleepPlan Sleep()
        {
            for (int i = 0; i < 6000 && Board.Slept == null; i++)
            {
                Board.Up += 10;
                Loop.Step(true);
                for (int wait = 0; wait < Patience && Air.Radio.Busy; wait++)
                {
                    Mailbox.Wait(10);
                }
            }

            return Board.Slept;
        }

        public void Acknowledge()
        {
            string boot = Core.Boot.ToString();
            string seq = Core.LastSeq.ToString();
            string mac = TestNode.Authenticator().Tag("ack|" + boot + "|" + seq);
            Air.Session.Command("{\"v\":1,\"cmd\":\"ack\",\"boot\":" + boot + ",\"seq\":" + seq + ",\"mac\":\"" + mac + "\"}");
            Loop.Step(true);
        }
    }
}
