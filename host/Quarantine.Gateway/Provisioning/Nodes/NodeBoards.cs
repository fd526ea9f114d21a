namespace Quarantine.Gateway.Provisioning.Nodes;

/// <summary>The boards whose pins the firmware's image knows.</summary>
public static class NodeBoards
{
    /// <summary>With the voltage below which the battery of hardware/sensor-node is low, mV: four AA cells before a regulator, one LiPo cell.</summary>
    private static readonly (string Name, int LowBattery)[] Boards = [("esp32-devkitc", 4_600), ("firebeetle-2", 3_400)];

    public static IReadOnlyList<string> All { get; } = [.. Boards.Select(board => board.Name)];

    /// <summary>Throws for a board that is none of <see cref="All"/>.</summary>
    public static int LowBatteryMillivolts(string board) => Boards.Single(known => known.Name == board).LowBattery;
}
