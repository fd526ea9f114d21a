namespace Quarantine.Firmware.Core
{
    /// <summary>The two payloads of the availability topic.</summary>
    public static class Availability
    {
        public const string Online = "online";
        public const string Offline = "offline";
    }
}
