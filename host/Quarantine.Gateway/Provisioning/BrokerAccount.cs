namespace Quarantine.Gateway.Provisioning;

/// <summary>A user of the house's broker that is no node.</summary>
/// <param name="User">The user name, which is its client id also.</param>
/// <param name="PasswordHash">As in Mosquitto's password file.</param>
public sealed record BrokerAccount(string User, string PasswordHash);
