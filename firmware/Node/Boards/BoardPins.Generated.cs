// Generated from hardware/pinmap.json. Do not edit.
namespace Quarantine.Firmware.Node
{
    internal static partial class Boards
    {
        internal static BoardPins For(string board)
        {
            switch (board)
            {
                case "esp32-devkitc":
                    return new BoardPins(
                        door: 32,
                        motionInside: 25,
                        motionOutside: 26,
                        tamper: 33,
                        help: 27,
                        battery: 34,
                        batteryAdcChannel: 6,
                        batteryDividerPercent: 50,
                        ledGreen: 18,
                        ledRed: 19);
                case "firebeetle-2":
                    return new BoardPins(
                        door: 4,
                        motionInside: 25,
                        motionOutside: 26,
                        tamper: 14,
                        help: 13,
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
