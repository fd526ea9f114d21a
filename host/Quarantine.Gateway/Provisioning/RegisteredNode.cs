using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;

namespace Quarantine.Gateway.Provisioning;

/// <summary>A node that <c>node add</c> made.</summary>
public sealed record RegisteredNode
{
    private static readonly TimeSpan MainsHealth = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BatteryHealth = TimeSpan.FromHours(1);

    public required string Id { get; init; }

    /// <summary>Names of the fitted sensors, with commas.</summary>
    public required string Sensors { get; init; }

    public required bool OnBattery { get; init; }

    public required string Board { get; init; }

    /// <summary>As in Mosquitto's password file.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Where the files to flash were written.</summary>
    public required string Folder { get; init; }

    /// <summary>What the gateway has to know of it.</summary>
    public NodeOptions ToOptions(GatewayFiles files) => new()
    {
        Id = Id,
        KeyFile = files.NodeKey(Id),
        HealthInterval = OnBattery ? BatteryHealth : MainsHealth,
    };
}
