using System.Threading;
using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>The radio's thread and the mailbox on the platform's own threads.</summary>
    [TestClass]
    public class RadioTests
    {
        [TestMethod]
        public void Radio_NoNetwork_TellsTheLoopTheFault()
        {
            TestAir air = new TestAir();
            Mailbox mailbox = new Mailbox();
            air.Radio = new RadioTransport(air, air, mailbox, new LoopWatch(Supervisor.RadioMs, 0), new TestBoard(), true);
            new Thread(air.Run).Start();
            air.Radio.BeginConnect("t", new byte[] { 1 });
            Assert.IsTrue(mailbox.Wait(10000));
            Mail mail = mailbox.Take();
            Assert.IsTrue(mail.Kind == MailKind.ConnectFailed);
            Assert.AreEqual(NodeFault.NoNetwork, mail.Faults);
            Assert.IsTrue(air.Radio.IsCurrent(mail.Link));
            air.Stop();
        }
    }
}
