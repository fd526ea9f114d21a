// nanoFramework.M2Mqtt 5.1.220
using System;

namespace nanoFramework.M2Mqtt.Messages
{
    public class MqttMsgPublishedEventArgs : EventArgs
    {
        public extern MqttMsgPublishedEventArgs(ushort messageId, bool isPublished);
    }
}
