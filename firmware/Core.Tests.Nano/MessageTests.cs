using System.Text;
using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Byte for byte what tests/vectors/node-messages.json holds.</summary>
    [TestClass]
    public class MessageTests
    {
        [TestMethod]
        public void Event_FirstVector_HasItsBytes()
        {
            byte[] message = EventMessage.Build("door-1", 1, new QueuedEvent(1, EventKind.Door, EventValue.Open, 0), 0, TestNode.Authenticator());
            Assert.AreEqual(
                "{\"v\":1,\"node\":\"door-1\",\"boot\":1,\"seq\":1,\"up\":0,\"sent\":0,\"kind\":\"door\",\"value\":\"open\",\"mac\":\"mwNPEvmL1gLZCRVdbeok0A==\"}",
                Text(message));
        }

        [TestMethod]
        public void Event_SecondVector_HasItsBytes()
        {
            byte[] message = EventMessage.Build("door-1", 7, new QueuedEvent(12, EventKind.Door, EventValue.Closed, 93250), 93251, TestNode.Authenticator());
            Assert.AreEqual(
                "{\"v\":1,\"node\":\"door-1\",\"boot\":7,\"seq\":12,\"up\":93250,\"sent\":93251,\"kind\":\"door\",\"value\":\"closed\",\"mac\":\"cleZO3Wg6KBpFXYEE2mMfg==\"}",
                Text(message));
        }

        [TestMethod]
        public void Verify_OneCharacterChanged_IsFalse()
        {
            MessageAuthenticator authenticator = TestNode.Authenticator();
            string tag = authenticator.Tag("ack|7|12");
            Assert.IsTrue(authenticator.Verify("ack|7|12", tag));
            Assert.IsFalse(authenticator.Verify("ack|7|13", tag));
            Assert.IsFalse(authenticator.Verify("ack|7|12", tag.Substring(1)));
            Assert.IsFalse(authenticator.Verify("ack|7|12", null));
        }

        [TestMethod]
        public void Json_MalformedTexts_AreRefused()
        {
            string[] malformed = { "", "{", "{}}", "[]", "{\"a\":}", "{\"a\":01}", "{\"a\":-1}", "{\"a\":1,\"a\":2}", "{\"a\":\"\\n\"}", "{\"a\":9007199254740992}" };
            for (int i = 0; i < malformed.Length; i++)
            {
                Assert.IsNull(FlatJson.Parse(Encoding.UTF8.GetBytes(malformed[i]), 512), malformed[i]);
            }

            FlatJson json = FlatJson.Parse(Encoding.UTF8.GetBytes(" { \"a\" : 9007199254740991 , \"b\" : \"c\" } "), 512);
            Assert.AreEqual(9007199254740991L, json.GetNumber("a"));
            Assert.AreEqual("c", json.GetString("b"));
        }

        private static string Text(byte[] message)
        {
            return Encoding.UTF8.GetString(message, 0, message.Length);
        }
    }
}
