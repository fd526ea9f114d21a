namespace Quarantine.Gateway.Provisioning;

/// <summary>What is asked for with the broker.</summary>
/// <param name="Hosts">Names and addresses by which it is reached; the nodes use the first. At least one.</param>
/// <param name="Port">1 to 65,535.</param>
/// <param name="Listen">The address that it listens on; null for all.</param>
/// <param name="Directory">Folder for its configuration.</param>
/// <param name="HomeAssistant">Whether Home Assistant gets an account.</param>
public sealed record BrokerRequest(IReadOnlyList<string> Hosts, int Port, string? Listen, string Directory, bool HomeAssistant);
