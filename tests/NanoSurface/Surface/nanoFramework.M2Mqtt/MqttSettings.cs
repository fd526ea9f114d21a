// nanoFramework.M2Mqtt 5.1.220
namespace nanoFramework.M2Mqtt
{
    public class MqttSettings
    {
        private extern MqttSettings();
        public extern int InflightQueueSize { get; set; }
    }
}
