using System.CommandLine;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Sets the house's broker up: certificates, accounts, rights, and Mosquitto's configuration.</summary>
internal sealed class BrokerInitCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly BrokerOptionSet _broker;
    private readonly Option<string> _directory = new("--directory")
    {
        Description = "Folder for the broker's files; it belongs to the user that Mosquitto runs as.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "broker",
    };

    public BrokerInitCommand(ProgramContext context)
        : base(context, "init", "Set the house's broker up: certificates, accounts, rights, and Mosquitto's configuration.")
    {
        _broker = new BrokerOptionSet(this, "8883");
        Options.Add(_directory);
        _configuration = new ConfigurationOption(this, context);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        if (!_broker.NamesHost(parse))
        {
            throw new CommandException(ExitCode.Usage, "The broker's name or address is missing.", "--host", "Give the one by which the nodes will reach this machine: --host 192.168.1.10");
        }

        using var desk = ProvisioningDesk.Open(_configuration, parse, output);
        var directory = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parse.GetValue(_directory)!));
        var broker = desk.Broker(Context.Clock).SetUp(_broker.Create(parse, directory));
        output.Show(BrokerFacts.Of("Broker set up", broker, desk)
            .Add("Next", "next", $"Run it: mosquitto -c {Path.Combine(broker.Directory, "mosquitto.conf")}; then make the nodes: quarantine-gateway node add"));
        return Task.FromResult(ExitCode.Success);
    }
}
