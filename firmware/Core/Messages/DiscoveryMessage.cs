using System.Text;

namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Builds the document by which Home Assistant finds the node: MQTT discovery, device form
    /// (https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload).
    /// </summary>
    public static class DiscoveryMessage
    {
        /// <summary>A battery node that has been silent for this long, in s, is shown as unavailable: a day and an hour.</summary>
        private const int ExpireAfter = 90000;

        public static byte[] Build(ProvisioningRecord record, Topics topics)
        {
            string id = "quarantine-" + record.House + "-" + record.Node;
            string model = record.Board.Length > 0 ? record.Board : "sensor node";
            string json = "{\"dev\":{\"ids\":\"" + id + "\",\"name\":\"Quarantine " + record.Node + "\",\"mf\":\"Quarantine\",\"mdl\":\"" + model
                + "\",\"sw\":\"" + FirmwareVersion.Text + "\"},\"o\":{\"name\":\"quarantine-firmware\",\"sw\":\"" + FirmwareVersion.Text + "\"},\"cmps\":{"
                + Components(record, topics, id)
                + "},\"availability\":[{\"topic\":\"" + topics.Availability + "\",\"payload_available\":\"" + Availability.Online
                + "\",\"payload_not_available\":\"" + Availability.Offline + "\"}],\"qos\":1}";
            return Encoding.UTF8.GetBytes(json);
        }

        private static string Components(ProvisioningRecord record, Topics topics, string id)
        {
            string shared = "\"state_topic\":\"" + topics.State + "\"" + (record.OnBattery ? ",\"expire_after\":" + ExpireAfter.ToString() : "");
            string json = "";
            json += Fitted(record, SensorInput.Door, id, "door", "Door", "door", EventValue.Open, EventValue.Closed, shared);
            json += Fitted(record, SensorInput.MotionInside, id, "motion_inside", "Motion inside", "motion", EventValue.On, EventValue.Off, shared);
            json += Fitted(record, SensorInput.MotionOutside, id, "motion_outside", "Motion outside", "motion", EventValue.On, EventValue.Off, shared);
            json += Fitted(record, SensorInput.Tamper, id, "tamper", "Tamper", "tamper", EventValue.On, EventValue.Off, shared);
            json += Fitted(record, SensorInput.Battery, id, "battery", "Battery low", "battery", EventValue.On, EventValue.Off, shared);
            if ((record.Sensors & SensorInput.Battery) != 0)
            {
                json += ",\"voltage\":{\"p\":\"sensor\",\"name\":\"Battery voltage\",\"unique_id\":\"" + id
                    + "-voltage\",\"device_class\":\"voltage\",\"unit_of_measurement\":\"mV\",\"state_class\":\"measurement\","
                    + "\"value_template\":\"{{ value_json.voltage }}\"," + shared + "}";
            }

            json += Binary(id, "problem", "Problem", "problem", EventValue.On, EventValue.Off, shared);
            return json.Substring(1);
        }

        private static string Fitted(ProvisioningRecord record, int input, string id, string key, string name, string deviceClass, string on, string off, string shared)
        {
            return (record.Sensors & input) != 0 ? Binary(id, key, name, deviceClass, on, off, shared) : "";
        }

        private static string Binary(string id, string key, string name, string deviceClass, string on, string off, string shared)
        {
            return ",\"" + key + "\":{\"p\":\"binary_sensor\",\"name\":\"" + name + "\",\"unique_id\":\"" + id + "-" + key
                + "\",\"device_class\":\"" + deviceClass + "\",\"payload_on\":\"" + on + "\",\"payload_off\":\"" + off
                + "\",\"value_template\":\"{{ value_json." + key + " }}\"," + shared + "}";
        }
    }
}
