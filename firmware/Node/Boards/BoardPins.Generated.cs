// Generated from hardware/pinmap.json by 'make hardware'. Changes here are lost.
namespace Quarantine.Firmware.Node
{
    internal static partial class Boards
    {
        /// <summary>The pins of a board by its name in the provisioning record; null for a name that is not known.</summary>
        internal static BoardPins For(string board)
        {
            switch (board)
            {
                case "":
                case "esp32-devkitc":
                    return new BoardPins(
                        door: 32,
                        motionInside: 25,
                        motionOutside: 26,
                        tamper: 33,
                        help: 27,
                        battery: 35,
                        batteryAdcChannel: 7,
                        batteryDividerPercent: 32,
                        ledGreen: 18,
                        ledRed: 19);
                case "firebeetle-2":
                    return new BoardPins(
                        door: 25,
                        motionInside: 4,
                        motionOutside: 13,
                        tamper: 26,
                        help: 35,
                        battery: 34,
                        batteryAdcChannel: 6,
                        batteryDividerPercent: 50,
                        ledGreen: 18,
                        ledRed: 19);
                default:
                    return null;
            }
        }
    }
}
