namespace Quarantine.Hardware.Drawings;

/// <summary>
/// Leads the wires of one side from their modules to the board without a crossing. Modules and holes come in the same order from the top, so it
/// is enough to give each wire a lane of its own: of wires that rise towards the board the lower ones turn nearer to it, of wires that fall the
/// upper ones.
/// </summary>
public static class WireRouter
{
    private const double FirstLane = 10;
    private const double LaneWidth = 11;

    /// <summary>Distances of the lanes from the modules' edge, in the order of the wires.</summary>
    /// <param name="ends">For each wire from the top, where it leaves the module and where the board has its hole.</param>
    public static IReadOnlyList<double> Lanes(IReadOnlyList<(double Module, double Hole)> ends)
    {
        var wires = Enumerable.Range(0, ends.Count).ToList();
        var rising = wires.Where(wire => ends[wire].Hole < ends[wire].Module);
        var falling = wires.Where(wire => ends[wire].Hole >= ends[wire].Module).Reverse();
        var order = rising.Concat(falling).ToList();
        return [.. wires.Select(wire => FirstLane + (order.IndexOf(wire) * LaneWidth))];
    }
}
