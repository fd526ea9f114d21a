using System.CommandLine;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Gives the broker a fresh certificate of the same authority, and other names, port or accounts where asked.</summary>
internal sealed class BrokerRenewCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly BrokerOptionSet _broker;

    public BrokerRenewCommand(ProgramContext context)
        : base(context, "renew", "Give the broker a fresh certificate, which the nodes go on trusting, and other names or port where asked.")
    {
        _broker = new BrokerOptionSet(this, "as it is");
        _configuration = new ConfigurationOption(this, context);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var desk = ProvisioningDesk.Open(_configuration, parse, output);
        var before = desk.Session.Register.Broker;
        var broker = desk.Broker(Context.Clock).Renew(present => _broker.Change(parse, present));
        if (desk.Session.Register.Nodes.Count > 0 && (before!.Hosts[0], before.Port) != (broker.Hosts[0], broker.Port))
        {
            output.Note($"The nodes were told {before.Hosts[0]}:{before.Port}. Each that does not reach the broker there any more must be removed and added again.");
        }

        var (followUp, facts) = (new FollowUp(desk.Options.Provisioning, Context), BrokerFacts.Of("Broker renewed", broker, desk));
        return (before!.Port, before.Listen) == (broker.Port, broker.Listen)
            ? await followUp.ShowAsync(facts, output, cancellationToken)
            : await followUp.ShowMovedAsync(facts, output, cancellationToken);
    }
}
