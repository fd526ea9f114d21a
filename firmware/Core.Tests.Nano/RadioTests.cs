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
            RadioTransport radio = new RadioTransport(air, air, mailbox, new LoopWatch(Supervisor.RadioMs, 0), air, true);
            air.Radio = radio;
            Thread thread = new Thread(air.Run);
            thread.Start();
            radio.BeginConnect("t", new byte[] { 1 });
            Assert.IsTrue(mailbox.Wait(10000));
            air.Stop();

            Mail mail = mailbox.Take();
            Assert.IsTrue(mail.Kind == MailKind.ConnectFailed);
            Assert.AreEqual(NodeFault.NoNetwork, mail.Faults);
            Assert.IsTrue(radio.IsCurrent(mail.Link));
        }
    }
}
