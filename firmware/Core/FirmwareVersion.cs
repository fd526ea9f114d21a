namespace Quarantine.Firmware.Core
{
    /// <summary>The version that a node reports.</summary>
    public static class FirmwareVersion
    {
        public const string Text = "0.1.0";
    }
}
