using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    [TestClass]
    public class LightTests
    {
        [TestMethod]
        public void Player_Fault_FlashesRedThreeTimesInTwoSeconds()
        {
            TestLamp lamp = new TestLamp();
            LightPlayer player = new LightPlayer(lamp);
            player.Show(LedState.Fault);
            for (long up = 0; up < 2000; up = player.NextDue)
            {
                player.Advance(up);
            }

            Assert.AreEqual(3, lamp.RedFlashes);
            Assert.IsFalse(lamp.WasGreen);
        }
    }
}
