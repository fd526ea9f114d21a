using System.Text.Json.Serialization;

namespace Quarantine.Gateway.Provisioning;

/// <summary>The house's broker, as it was set up.</summary>
public sealed record RegisteredBroker
{
    private static readonly TimeSpan Warning = TimeSpan.FromDays(60);

    /// <summary>Folder with its configuration.</summary>
    public required string Directory { get; init; }

    /// <summary>Names and addresses in its certificate; the nodes use the first.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    public required int Port { get; init; }

    /// <summary>The address that it listens on; null for all.</summary>
    public string? Listen { get; init; }

    /// <summary>When its certificate expires, and no node connects any more.</summary>
    public required DateTimeOffset CertificateExpires { get; init; }

    /// <summary>The gateway, and Home Assistant where it was asked for.</summary>
    public required IReadOnlyList<BrokerAccount> Accounts { get; init; }

    /// <summary>How a program on this machine reaches it.</summary>
    [JsonIgnore]
    public string LocalHost => Listen ?? "127.0.0.1";

    /// <summary>Whether its certificate expires within 60 days, or has.</summary>
    public bool IsDueAt(DateTimeOffset now) => CertificateExpires - now < Warning;
}
