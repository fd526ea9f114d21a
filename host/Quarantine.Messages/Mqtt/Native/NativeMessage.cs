using System.Runtime.InteropServices;

namespace Quarantine.Messages.Mqtt.Native;

/// <summary>struct mosquitto_message of mosquitto.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeMessage
{
    internal int PacketId;
    internal byte* Topic;
    internal byte* Payload;
    internal int PayloadLength;
    internal int QualityOfService;
    internal byte Retain;
}
