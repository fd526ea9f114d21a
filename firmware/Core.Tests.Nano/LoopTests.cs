using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    [TestClass]
    public class LoopTests
    {
        private const string Events = TestNode.Prefix + "event";

        [TestMethod]
        public void Loop_EdgeFromAPinEvent_BecomesAnEventWithItsTime()
        {
            TestLoop node = new TestLoop("door", "mains", 0);
            Assert.IsTrue(node.Connect());
            node.Board.Up = 1000;
            node.Mailbox.PostLevel(SensorInput.Door, true, 1000);
            node.Loop.Step(true);
            node.Board.Up = 1200;
            node.Loop.Step(true);
            node.Air.Stop();
            Assert.IsTrue(node.Air.Session.LastOn(Events).IndexOf("\"up\":1000,") > 0);
        }

        [TestMethod]
        public void Loop_WokenByTheHelpButton_CallsStaysForTheAnswerAndSleeps()
        {
            TestLoop node = new TestLoop("help", "battery", SensorInput.Help);
            Assert.IsTrue(node.Connect());
            Assert.AreEqual(1, node.Air.Session.CountOn(Events));
            node.Acknowledge();
            Assert.IsFalse(node.Core.HelpPending);
            Assert.IsTrue(node.Core.Led == LedState.Sent);
            Assert.IsNull(node.Sleep());
            node.Air.Stop();
        }

        [TestMethod]
        public void Loop_EverythingTold_SaysGoodbyeAndSleepsWithTheDoorsOtherLevelArmed()
        {
            TestLoop node = new TestLoop("door,battery", "battery", 0);
            Assert.IsTrue(node.Connect());
            node.Acknowledge();
            SleepPlan plan = node.Sleep();
            node.Air.Stop();
            Assert.IsNotNull(plan);
            Assert.AreEqual(1, plan.DoorLevel);
            Assert.AreEqual(SleepPlanner.HeartbeatMs, plan.WakeAfterMs);
            Assert.IsTrue(node.Air.Session.Closed);
            Assert.AreEqual("online", node.Air.Session.LastOn(TestNode.Prefix + "availability"));
        }
    }
}
