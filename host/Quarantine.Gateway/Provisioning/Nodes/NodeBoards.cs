namespace Quarantine.Gateway.Provisioning.Nodes;

/// <summary>The boards whose pins the firmware's image knows.</summary>
public static class NodeBoards
{
    public static IReadOnlyList<string> All { get; } = ["esp32-devkitc", "firebeetle-2"];
}
