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
    private const string RestartBrokerByHand = "restart it: sudo systemctl restart mosquitto (a reload does not move it to another address or port)";
    private const string RestartByHand = "restart it: sudo systemctl restart quarantine-gateway";

    private readonly ExternalCommand _reload = new(options.ReloadBroker);
    private readonly ExternalCommand _restartBroker = new(options.RestartBroker);
    private readonly ExternalCommand _restart = new(options.RestartGateway);

    /// <summary>Shows the result with what was done or is to be done; fails where a configured command failed, after the change is made.</summary>
    public async Task<ExitCode> ShowAsync(Facts facts, CommandOutput output, CancellationToken cancellationToken)
    {
        var broker = await RunAsync(_reload, cancellationToken);
        var gateway = await RunAsync(_restart, cancellationToken);
        facts.Add("Broker", "brokerReloaded", Told(broker, "has read its files again", ReloadByHand));
        return Show(facts, output, (broker, _reload), gateway);
    }

    /// <summary>As <see cref="ShowAsync"/>, for a broker that has to listen elsewhere: until it does, the gateway stays where it is too.</summary>
    public async Task<ExitCode> ShowMovedAsync(Facts facts, CommandOutput output, CancellationToken cancellationToken)
    {
        var broker = await RunAsync(_restartBroker, cancellationToken);
        var gateway = broker.Done ? await RunAsync(_restart, cancellationToken) : (false, null);
        facts.Add("Broker", "brokerRestarted", Told(broker, "was restarted", RestartBrokerByHand));
        return Show(facts, output, (broker, _restartBroker), gateway);
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

    private ExitCode Show(
        Facts facts, CommandOutput output, ((bool Done, string? Failure) Outcome, ExternalCommand Command) broker, (bool Done, string? Failure) gateway)
    {
        output.Show(facts.Add("Gateway", "gatewayRestarted", Told(gateway, "was restarted", RestartByHand)));
        Require(broker.Outcome, broker.Command, "The change is made, but the broker could not be told");
        Require(gateway, _restart, "The change is made, but the gateway could not be restarted");
        return ExitCode.Success;
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
