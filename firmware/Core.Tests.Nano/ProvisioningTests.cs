using System.Text;
using nanoFramework.TestFramework;

namespace Quarantine.Firmware.Core.Tests
{
    [TestClass]
    public class ProvisioningTests
    {
        [TestMethod]
        public void Read_Record_HasItsFields()
        {
            ProvisioningRecord record = TestNode.Record("door,help", "mains");
            Assert.AreEqual(SensorInput.Door | SensorInput.Help, record.Sensors);
            Assert.AreEqual("house-17", record.House);
            Assert.AreEqual(8883, record.Port);
            Assert.AreEqual(32, record.Key.Length);
            Assert.AreEqual(0x20, (int)record.Key[31]);
            Assert.IsTrue(record.Tls);
        }

        [TestMethod]
        public void Read_SensorTwice_IsRefusedByTheFieldsName()
        {
            byte[] json = Encoding.UTF8.GetBytes(
                "{\"v\":1,\"house\":\"h\",\"node\":\"n\",\"key\":\"" + TestNode.Key + "\",\"sensors\":\"door,door\",\"power\":\"mains\",\"broker\":\"b\",\"port\":1}");
            Assert.IsNull(ProvisioningReader.Read(json, out string error));
            Assert.AreEqual(0, error.IndexOf("sensors:"));
        }

        [TestMethod]
        public void Read_Nothing_IsRefused()
        {
            Assert.IsNull(ProvisioningReader.Read(null, out string error));
            Assert.IsNotNull(error);
        }
    }
}
