using System.Globalization;

namespace Quarantine.Messages.Nodes;

/// <summary>Faults in words.</summary>
public static class NodeFaultText
{
    private static readonly string[] Words =
        ["storage damaged", "boot counter lost", "broker refused", "command refused", "no network", "no time", "overrun"];

    /// <summary>The faults with commas; one that this program does not know by its bit's value, and <c>none</c> where there is none.</summary>
    public static string Of(NodeFaults faults) => faults == NodeFaults.None ? "none" : string.Join(", ", Bits(faults).Select(Word));

    private static IEnumerable<int> Bits(NodeFaults faults) => Enumerable.Range(0, 31).Where(bit => ((int)faults & (1 << bit)) != 0);

    private static string Word(int bit) => bit < Words.Length ? Words[bit] : string.Create(CultureInfo.InvariantCulture, $"fault {1 << bit}");
}
