namespace Quarantine.Firmware.Core
{
    /// <summary>The values of events in messages; a battery's value is its voltage in mV, in digits.</summary>
    public static class EventValue
    {
        public const string Open = "open";
        public const string Closed = "closed";
        public const string On = "on";
        public const string Off = "off";
        public const string Pressed = "pressed";
    }
}
