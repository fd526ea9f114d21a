using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    [TestClass]
    public class NodeTests
    {
        private const string Events = TestNode.Prefix + "event";

        [TestMethod]
        public void Start_Tick_ConnectsWithAWill()
        {
            TestNode node = new TestNode("door");
            Assert.AreEqual(1, node.Radio.Attempts);
            Assert.AreEqual(TestNode.Prefix + "availability offline", node.Radio.Will);
        }

        [TestMethod]
        public void Event_NotAcknowledged_IsSentAgainUntilItIs()
        {
            TestNode node = new TestNode("door");
            node.Core.OnConnected(0);
            node.Move(SensorInput.Door, true, 1000);
            Assert.AreEqual(1, node.Radio.CountOn(Events));
            node.Core.Tick(6101);
            Assert.AreEqual(2, node.Radio.CountOn(Events));
            node.Acknowledge(node.Core.Boot, 1, 6200);
            Assert.AreEqual(0, node.Core.Queued);
            node.Core.Tick(100000);
            Assert.AreEqual(2, node.Radio.CountOn(Events));
        }

        [TestMethod]
        public void Offline_ThenConnected_SendsInOrder()
        {
            TestNode node = new TestNode("door");
            for (int i = 0; i < 5; i++)
            {
                node.Move(SensorInput.Door, i % 2 == 0, 1000 * (i + 1));
            }

            node.Core.OnConnected(10000);
            Assert.AreEqual(5, node.Radio.CountOn(Events));
            Assert.IsTrue(node.Radio.LastOn(Events).IndexOf("\"seq\":5,") > 0);
        }

        [TestMethod]
        public void Boot_CounterKept_GoesUpByOne()
        {
            TestNode node = new TestNode("door");
            Assert.AreEqual(1, node.Core.Boot);
            node.Boot();
            Assert.AreEqual(2, node.Core.Boot);
            Assert.AreEqual(0, node.Core.Faults);
        }

        [TestMethod]
        public void Boot_CounterLost_TakesTheGatewaysWord()
        {
            TestNode node = new TestNode("door");
            node.Storage.Write(BootCounter.FirstCopy, new byte[] { 1, 2, 3 });
            node.Storage.Write(BootCounter.SecondCopy, new byte[0]);
            node.Boot();
            Assert.AreEqual(NodeFault.BootCounter | NodeFault.Storage, node.Core.Faults);
            node.Core.OnConnected(0);
            node.Acknowledge(41, 3, 100);
            Assert.AreEqual(42, node.Core.Boot);
        }

        [TestMethod]
        public void Command_MalformedOrForeign_IsAFaultAndChangesNothingElse()
        {
            TestNode node = new TestNode("door");
            node.Core.OnConnected(0);
            node.Command("{", 10);
            node.Command("{\"v\":1,\"cmd\":\"led\",\"value\":\"sent\",\"id\":5,\"mac\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}", 20);
            Assert.AreEqual(2, node.Core.CommandsRefused);
            Assert.IsTrue(node.Led.Shown == LedState.Fault);
            Assert.IsTrue(node.Core.Connected);
        }

        [TestMethod]
        public void Help_PowerFails_IsCalledAgain()
        {
            TestNode node = new TestNode("help");
            node.Move(SensorInput.Help, true, 1000);
            node.Boot();
            Assert.IsTrue(node.Core.HelpPending);
            Assert.AreEqual(1, node.Core.Queued);
            node.Core.OnConnected(0);
            node.Acknowledge(node.Core.Boot, 1, 100);
            Assert.IsFalse(node.Core.HelpPending);
            Assert.IsTrue(node.Led.Shown == LedState.Sent);
        }

        [TestMethod]
        public void StorageFull_Event_IsStillSentAndTheFaultTold()
        {
            TestNode node = new TestNode("help");
            node.Storage.Full = true;
            node.Core.OnConnected(0);
            node.Move(SensorInput.Help, true, 1000);
            Assert.AreEqual(1, node.Radio.CountOn(Events));
            Assert.AreEqual(NodeFault.Storage, node.Core.Faults & NodeFault.Storage);
        }
    }
}
