using System.Globalization;

namespace Quarantine.Firmware.Simulator.Scripts;

/// <summary>
/// Reads scripts: lines <c>offset_ms,sensor,value</c> in the order of their offsets. Empty lines, lines that begin with <c>#</c> and a first
/// line of column names are passed over.
/// </summary>
/// <remarks>
/// Sensors and values: <c>door</c> open, closed; <c>motion-inside</c>, <c>motion-outside</c>, <c>tamper</c>, <c>network</c>, <c>power</c> on,
/// off; <c>help</c> pressed; <c>battery</c> millivolts.
/// </remarks>
public static class ScriptReader
{
    private const string Header = "offset_ms,sensor,value";
    private const long MaximumOffset = 366L * 86_400_000;

    private static readonly Dictionary<string, Action<SimulatedNode>> Actions = new(StringComparer.Ordinal)
    {
        ["door,open"] = node => node.SetDoor(true),
        ["door,closed"] = node => node.SetDoor(false),
        ["motion-inside,on"] = node => node.SetMotionInside(true),
        ["motion-inside,off"] = node => node.SetMotionInside(false),
        ["motion-outside,on"] = node => node.SetMotionOutside(true),
        ["motion-outside,off"] = node => node.SetMotionOutside(false),
        ["tamper,on"] = node => node.SetTamper(true),
        ["tamper,off"] = node => node.SetTamper(false),
        ["help,pressed"] = node => node.PressHelp(),
        ["network,on"] = node => node.GoOnline(),
        ["network,off"] = node => node.GoOffline(),
        ["power,on"] = node => node.PowerOn(),
        ["power,off"] = node => node.PowerOff(),
    };

    /// <summary>The file's lines; throws <see cref="SimulationException"/> for the first one that is wrong, and <see cref="IOException"/>.</summary>
    public static IReadOnlyList<ScriptLine> ReadFile(string path) => Read(File.ReadLines(path), path);

    /// <summary>As <see cref="ReadFile"/>, from lines; <paramref name="name"/> stands in messages.</summary>
    public static IReadOnlyList<ScriptLine> Read(IEnumerable<string> lines, string name)
    {
        var script = new List<ScriptLine>();
        var number = 0;
        foreach (var line in lines.Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#') || (script.Count == 0 && line == Header))
            {
                continue;
            }

            var read = ReadLine(line) ?? throw new SimulationException(
                $"{name}, line {number}: expected {Header} with door open|closed, motion-inside, motion-outside, tamper, network or power on|off, help pressed, or battery and millivolts.");
            if (script.Count > 0 && read.Offset < script[^1].Offset)
            {
                throw new SimulationException($"{name}, line {number}: its offset lies before that of the line above.");
            }

            script.Add(read);
        }

        return script;
    }

    private static ScriptLine? ReadLine(string line)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !TryReadNumber(line[..comma], MaximumOffset, out var offset))
        {
            return null;
        }

        var what = line[(comma + 1)..];
        return ActionOf(what) is { } apply ? new ScriptLine(TimeSpan.FromMilliseconds(offset), what.Replace(',', ' '), apply) : null;
    }

    private static Action<SimulatedNode>? ActionOf(string what)
    {
        if (Actions.TryGetValue(what, out var action))
        {
            return action;
        }

        const string battery = "battery,";
        return what.StartsWith(battery, StringComparison.Ordinal) && TryReadNumber(what[battery.Length..], 20_000, out var millivolts)
            ? node => node.SetBattery((int)millivolts)
            : null;
    }

    private static bool TryReadNumber(string text, long maximum, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= maximum;
}
