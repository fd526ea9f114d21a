using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    [TestClass]
    public class SensingTests
    {
        [TestMethod]
        public void Debouncer_BouncingContact_ChangesOnceDatedToTheFirstEdge()
        {
            Debouncer debouncer = new Debouncer(50, false);
            for (int i = 0; i < 9; i++)
            {
                debouncer.SetRaw(i % 2 == 0, 100 + (i * 7));
            }

            Assert.IsFalse(debouncer.Settle(156 + 49));
            Assert.IsTrue(debouncer.Settle(156 + 50));
            Assert.IsTrue(debouncer.Level);
            Assert.AreEqual(100L, debouncer.ChangedAt);
        }

        [TestMethod]
        public void Motion_PulsesWithinTheHold_AreOneMotion()
        {
            TestNode node = new TestNode("motion-inside");
            node.Core.OnConnected(0);
            node.Move(SensorInput.MotionInside, true, 1000);
            node.Move(SensorInput.MotionInside, false, 2000);
            node.Move(SensorInput.MotionInside, true, 4000);
            node.Move(SensorInput.MotionInside, false, 5000);
            Assert.AreEqual(1, node.Core.LastSeq);
            node.Core.Tick(5000 + 5000);
            Assert.AreEqual(2, node.Core.LastSeq);
        }

        [TestMethod]
        public void Battery_Readings_AreScaledAndTheDisturbedOneIsLeftOut()
        {
            Assert.AreEqual(2000, BatteryScale.Median(new int[] { 2000, 2001, 4095, 1999, 0 }));
            Assert.AreEqual(3300, BatteryScale.Millivolts(2048, 4095, 50));
        }
    }
}
