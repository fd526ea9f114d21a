using System.CommandLine;
using Quarantine.Gateway.Provisioning;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Takes back what <c>node add</c> made.</summary>
internal sealed class NodeRemoveCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly Option<string> _id = NodeIdOption.Create();

    public NodeRemoveCommand(ProgramContext context)
        : base(context, "remove", "Take a sensor node back: its key, its account and rights at the broker, and the files to flash.")
    {
        Options.Add(_id);
        _configuration = new ConfigurationOption(this, context);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var id = parse.GetValue(_id)!;
        using var desk = ProvisioningDesk.Open(_configuration, parse, output);
        new NodeProvisioner(desk.Options.House, desk.Session).Remove(id);
        var facts = new Facts("Node removed").Add("Node", "node", id);
        return await new FollowUp(desk.Options.Provisioning, Context).ShowAsync(facts, output, cancellationToken);
    }
}
