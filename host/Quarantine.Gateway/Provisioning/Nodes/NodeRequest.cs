using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Provisioning.Nodes;

/// <summary>What is asked for with a fresh node.</summary>
public sealed record NodeRequest
{
    /// <summary>1 to 32 of a-z, 0-9 and '-'.</summary>
    public required string Id { get; init; }

    public required IReadOnlyList<SensorKind> Sensors { get; init; }

    public required bool OnBattery { get; init; }

    /// <summary>One of <see cref="NodeBoards.All"/>.</summary>
    public required string Board { get; init; }

    /// <summary>Where to write the files to flash; made by this.</summary>
    public required string Folder { get; init; }

    /// <summary>Null: the board knows its network, or is told otherwise.</summary>
    public WifiCredentials? Wifi { get; init; }

    public required TimeSpan MotionHold { get; init; }

    public required TimeSpan MotionWarmUp { get; init; }

    public required int LowBatteryMillivolts { get; init; }

    public required bool HomeAssistant { get; init; }
}
