namespace Quarantine.Gateway.Configuration;

/// <summary>What is run when nodes or the broker were changed. Programs with their arguments, not lines for a shell. Default: nothing, the command says what to do.</summary>
public sealed record ProvisioningOptions
{
    /// <summary>Makes the broker read its files again (SIGHUP), such as <c>["systemctl", "reload", "mosquitto"]</c>.</summary>
    public IReadOnlyList<string> ReloadBroker { get; set; } = [];

    /// <summary>Starts the broker afresh, for another port or address, which it does not take from its files otherwise; such as <c>["systemctl", "restart", "mosquitto"]</c>.</summary>
    public IReadOnlyList<string> RestartBroker { get; set; } = [];

    /// <summary>Starts the gateway afresh where it runs, such as <c>["systemctl", "--no-block", "try-restart", "quarantine-gateway"]</c>.</summary>
    public IReadOnlyList<string> RestartGateway { get; set; } = [];

    internal void Validate()
    {
        Check.That(IsCommand(ReloadBroker), "Provisioning:ReloadBroker", "must be a program and its arguments, none empty");
        Check.That(IsCommand(RestartBroker), "Provisioning:RestartBroker", "must be a program and its arguments, none empty");
        Check.That(IsCommand(RestartGateway), "Provisioning:RestartGateway", "must be a program and its arguments, none empty");
    }

    private static bool IsCommand(IReadOnlyList<string> command) => command.All(word => word.Length > 0 && !word.Contains('\0', StringComparison.Ordinal));
}
