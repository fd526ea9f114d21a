using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    [TestClass]
    public class QueueTests
    {
        [TestMethod]
        public void Add_FullQueue_GivesUpTheOldestMotionAndCountsIt()
        {
            EventQueue queue = new EventQueue();
            queue.Add(EventKind.Help, EventValue.Pressed, 0);
            queue.Add(EventKind.MotionInside, EventValue.On, 1);
            while (queue.Count < EventQueue.Capacity)
            {
                queue.Add(EventKind.Door, EventValue.Open, 2);
            }

            queue.Add(EventKind.Door, EventValue.Closed, 3);
            Assert.AreEqual(EventQueue.Capacity, queue.Count);
            Assert.AreEqual(1, queue.Dropped);
            Assert.IsFalse(queue.Contains(EventKind.MotionInside));
            Assert.IsTrue(queue.Contains(EventKind.Help));
        }

        [TestMethod]
        public void Acknowledge_UpToANumber_KeepsTheRestInOrder()
        {
            EventQueue queue = new EventQueue();
            for (int i = 0; i < 10; i++)
            {
                queue.Add(EventKind.Door, EventValue.Open, i);
            }

            queue.Acknowledge(7);
            Assert.AreEqual(3, queue.Count);
            Assert.AreEqual(8, queue[0].Seq);
            Assert.AreEqual(10, queue[2].Seq);
        }

        [TestMethod]
        public void Mailbox_FloodOfEdges_KeepsTheFirstAndTells()
        {
            Mailbox mailbox = new Mailbox();
            for (int i = 0; i < Mailbox.Capacity * 2; i++)
            {
                mailbox.PostLevel(SensorInput.Door, i % 2 == 0, i);
            }

            Assert.IsTrue(mailbox.TakeOverrun());
            Assert.IsFalse(mailbox.TakeOverrun());
            for (int i = 0; i < Mailbox.Capacity; i++)
            {
                Assert.AreEqual((long)i, mailbox.Take().Up);
            }

            Assert.IsNull(mailbox.Take());
            Assert.IsTrue(mailbox.Wait(0));
            Assert.IsFalse(mailbox.Wait(1));
        }
    }
}
