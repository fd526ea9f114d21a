// nanoFramework.M2Mqtt 5.1.220
using System;

namespace nanoFramework.M2Mqtt.Messages
{
    public class MqttMsgSubscribedEventArgs : EventArgs
    {
        public extern MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels);
        public extern MqttQoSLevel[] GrantedQoSLevels { get; }
    }
}
