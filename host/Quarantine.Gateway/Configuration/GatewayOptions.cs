using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Configuration;

/// <summary>
/// A gateway's settings, as its configuration file holds them (JSON; the members' names as here; durations as <c>hh:mm:ss</c>). Relative
/// paths are relative to the file. <see cref="Validate"/> names the setting that is wrong and what it accepts.
/// </summary>
public sealed record GatewayOptions
{
    /// <summary>Id of the house in MQTT topics: 1 to 32 of a-z, 0-9 and '-'. Required.</summary>
    public string House { get; set; } = "";

    /// <summary>Folder for keys, store and certificates; made where it is missing. Default <c>data</c>.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>Folder for what <c>broker</c> and <c>node</c> write; made where it is missing. Default: that of <see cref="DataDirectory"/>. Where root provisions, it must belong to root.</summary>
    public string? HouseDirectory { get; set; }

    /// <summary>File with the password of the keystore, one line. Required to run unattended.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Id of the community: 0x and 64 digits. Required.</summary>
    public string CommunityId { get; set; } = "";

    /// <summary>The officer's deployment file. Required.</summary>
    public string DeploymentFile { get; set; } = "";

    /// <summary>Whom to ask for in an emergency. Required.</summary>
    public ContactOptions Contact { get; set; } = new();

    public ChainOptions Chain { get; set; } = new();

    /// <summary>The broker of this house, which the sensor nodes use.</summary>
    public BrokerOptions HouseBroker { get; set; } = new();

    /// <summary>The broker of the community, which the gateways and workers use.</summary>
    public BrokerOptions CommunityBroker { get; set; } = new();

    /// <summary>The sensor nodes of this house.</summary>
    public IReadOnlyList<NodeOptions> Nodes { get; set; } = [];

    public ProvisioningOptions Provisioning { get; set; } = new();

    public PresenceOptions Presence { get; set; } = new();

    public ReportingOptions Reporting { get; set; } = new();

    /// <summary>Throws <see cref="ConfigurationException"/> for the first setting that is wrong.</summary>
    public void Validate()
    {
        Check.Id(House, nameof(House));
        Check.That(Ethereum.Primitives.Bytes32.TryParse(CommunityId, out _), nameof(CommunityId), "must be 0x and 64 hexadecimal digits");
        Check.That(DeploymentFile.Length > 0, nameof(DeploymentFile), "must name the officer's deployment file");
        Contact.Validate();
        Chain.Validate();
        HouseBroker.Validate(nameof(HouseBroker));
        CommunityBroker.Validate(nameof(CommunityBroker));
        Provisioning.Validate();
        foreach (var node in Nodes)
        {
            node.Validate();
        }

        Check.That(Nodes.Select(node => node.Id).Distinct(StringComparer.Ordinal).Count() == Nodes.Count, nameof(Nodes), "must not name a node twice");
        PresenceRanges.Validate(Presence, nameof(Presence));
        Reporting.Validate();
    }

    internal GatewayFiles ToFiles() => new(DataDirectory, HouseDirectory);
}
