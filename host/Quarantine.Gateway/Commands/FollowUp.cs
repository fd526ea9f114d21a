using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Provisioning;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>What broker and gateway have to do after a change: done by the configured commands, or told.</summary>
internal sealed class FollowUp(ProvisioningOptions options, ProgramContext context)
{
    private const string ReloadByHand = "reload it: sudo systemctl reload mosquitto (or send it SIGHUP)";
    private const string RestartByHand = "restart it: sudo systemctl restart quarantine-gateway";

    private readonly ExternalCommand _reload = new(options.ReloadBroker);
    private readonly ExternalCommand _restart = new(options.RestartGateway);

    /// <summary>Shows the result with what was done or is to be done; fails where a configured command failed, after the change is made.</summary>
    public async Task<ExitCode> ShowAsync(Facts facts, CommandOutput output, CancellationToken cancellationToken)
    {
        var broker = await RunAsync(_reload, cancellationToken);
        var gateway = await RunAsync(_restart, cancellationToken);
        output.Show(facts
            .Add("Broker", "brokerReloaded", Told(broker, "has read its files again", ReloadByHand))
            .Add("Gateway", "gatewayRestarted", Told(gateway, "was restarted", RestartByHand)));
        Require(broker, _reload, "The change is made, but the broker could not be told");
        Require(gateway, _restart, "The change is made, but the gateway could not be restarted");
        return ExitCode.Success;
    }

    private static FactValue Told((bool Done, string? Failure) outcome, string done, string byHand) =>
        FactValue.Of(outcome.Done).Shown(outcome.Done ? done : byHand);

    private static void Require((bool Done, string? Failure) outcome, ExternalCommand command, string what)
    {
        if (outcome.Failure is { } failure)
        {
            throw new CommandException(ExitCode.Failure, $"{what}: {failure}", command.Text, "Run that command by hand, or correct the section Provisioning of the configuration file.");
        }
    }

    private async Task<(bool Done, string? Failure)> RunAsync(ExternalCommand command, CancellationToken cancellationToken)
    {
        if (!command.IsSet)
        {
            return (false, null);
        }

        var failure = await command.RunAsync(context.Clock, cancellationToken);
        return (failure is null, failure);
    }
}
