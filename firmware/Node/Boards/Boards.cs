namespace Quarantine.Firmware.Node
{
    /// <summary>The boards that the firmware knows; their pins come from hardware/pinmap.json.</summary>
    internal static partial class Boards
    {
        /// <summary>The board of a record that names none.</summary>
        internal const string Default = "esp32-devkitc";
    }
}
