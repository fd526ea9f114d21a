using System.Globalization;
using System.Text;
using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Firmware;

/// <summary>The firmware's pins as C# 9 for nanoFramework.</summary>
public static class BoardPinsSource
{
    public static string Of(PinMap map)
    {
        var source = new StringBuilder();
        source.Append("// Generated from hardware/pinmap.json by 'make hardware'. Changes here are lost.\n");
        source.Append("namespace Quarantine.Firmware.Node\n{\n");
        source.Append("    internal static partial class Boards\n    {\n");
        source.Append("        /// <summary>The pins of a board by its name in the provisioning record; null for a name that is not known.</summary>\n");
        source.Append("        internal static BoardPins For(string board)\n        {\n            switch (board)\n            {\n");
        foreach (var board in map.Boards)
        {
            AppendBoard(source, map, board);
        }

        source.Append("                default:\n                    return null;\n            }\n        }\n    }\n}\n");
        return source.ToString();
    }

    private static void AppendBoard(StringBuilder source, PinMap map, Board board)
    {
        if (board.Name == map.DefaultBoard)
        {
            source.Append("                case \"\":\n");
        }

        source.Append(CultureInfo.InvariantCulture, $"                case \"{board.Name}\":\n                    return new BoardPins(\n");
        source.AppendJoin(",\n", ArgumentsOf(map, board).Select(argument => "                        " + argument));
        source.Append(");\n");
    }

    private static IEnumerable<string> ArgumentsOf(PinMap map, Board board)
    {
        foreach (var name in PinRules.FirmwareOrder)
        {
            yield return $"{name}: {board.Pins[name].Gpio}";
            if (name == Signal.Battery)
            {
                yield return $"batteryAdcChannel: {map.Chip.Find(board.Pins[name].Gpio)?.FirstAdcChannel ?? -1}";
                yield return $"batteryDividerPercent: {board.Battery.Percent}";
            }
        }
    }
}
