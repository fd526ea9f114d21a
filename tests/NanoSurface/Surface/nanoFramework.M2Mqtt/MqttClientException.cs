// nanoFramework.M2Mqtt 5.1.220
using System;

namespace nanoFramework.M2Mqtt.Exceptions
{
    public class MqttClientException : Exception
    {
        public extern MqttClientException(MqttClientErrorCode errorCode);
    }
}
