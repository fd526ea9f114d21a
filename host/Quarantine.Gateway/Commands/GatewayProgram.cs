using System.CommandLine;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Provisioning;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;

namespace Quarantine.Gateway.Commands;

/// <summary>The program's command line.</summary>
public static class GatewayProgram
{
    public static TerminalProgram Create(ProgramContext context)
    {
        var program = new TerminalProgram(
            "quarantine-gateway", "A household's gateway: senses, keeps raw data at home, reports anonymously.", context, Translate);
        program.Root.Subcommands.Add(new InitCommand(context));
        program.Root.Subcommands.Add(new Command("broker", "The house's MQTT broker.") { new BrokerInitCommand(context), new BrokerRenewCommand(context) });
        program.Root.Subcommands.Add(new Command("node", "Sensor nodes.") { new NodeAddCommand(context), new NodeListCommand(context), new NodeRemoveCommand(context) });
        program.Root.Subcommands.Add(new EnrollCommand(context));
        program.Root.Subcommands.Add(new AcceptCommand(context));
        program.Root.Subcommands.Add(new RunCommand(context));
        program.Root.Subcommands.Add(new StatusCommand(context));
        program.Root.Subcommands.Add(new ReplayCommand(context));
        return program;
    }

    private static ErrorReport? Translate(Exception exception) => exception switch
    {
        ConfigurationException => new ErrorReport(
            ExitCode.Input, exception.Message, "", "Correct the configuration file; every setting is described in the gateway's README."),
        ProvisioningException refusal => new ErrorReport(ExitCode.Input, refusal.Message, refusal.Where, refusal.Next),
        _ => null,
    };
}
