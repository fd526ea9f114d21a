using System.CommandLine;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Officer.Office;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Keystores;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Deploys registry, relay fund, policies and emergency board.</summary>
internal sealed class DeployCommand : ProgramCommand
{
    private readonly NodeOption _node;
    private readonly KeyOptions _key;
    private readonly Option<string> _out = new("--out")
    {
        Description = "Deployment file to write; never overwritten.", HelpName = "FILE", DefaultValueFactory = _ => "deployment.json",
    };

    private readonly Option<int> _generalTrips = Limit("--general-trips", "General policy: trips a day.", limits => limits.GeneralTrips);
    private readonly Option<int> _moderateTrips = Limit("--moderate-trips", "Moderate policy: trips a day.", limits => limits.ModerateTrips);
    private readonly Option<int> _moderateMinutes =
        Limit("--moderate-minutes", "Moderate policy: minutes outside a day.", limits => limits.ModerateMinutesOutside);

    private readonly Option<int> _moderateLongest =
        Limit("--moderate-longest", "Moderate policy: minutes of the longest trip.", limits => limits.ModerateLongestTripMinutes);

    public DeployCommand(ProgramContext context)
        : base(context, "deploy", "Deploy registry, relay fund, three policies and emergency board. Thresholds can never be changed afterwards.")
    {
        _node = new NodeOption(this, context);
        _key = new KeyOptions(this, context, "chief officer");
        Options.Add(_out);
        Options.Add(_generalTrips);
        Options.Add(_moderateTrips);
        Options.Add(_moderateMinutes);
        Options.Add(_moderateLongest);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(parse.GetValue(_out)!);
        if (File.Exists(path))
        {
            throw new CommandException(ExitCode.Input, "There is a deployment file already.", path, "Choose another path with --out.");
        }

        using var client = _node.CreateClient(parse);
        using var key = _key.Open(parse);
        using var office = await OfficerOffice.DeployAsync(
            new JsonRpcNode(client), key, Limits(parse), Context.Clock, progress: name => output.Note($"Deploying {name} ..."), cancellationToken: cancellationToken);
        DeploymentFile.Save(path, office.Deployment);
        output.Show(Describe(office, path));
        return ExitCode.Success;
    }

    private static Option<int> Limit(string name, string description, Func<PolicyLimits, ushort> absent) =>
        TypedOption.Number(name, description, 0, ushort.MaxValue - 1, absent(new PolicyLimits()));

    private static Facts Describe(OfficerOffice office, string path)
    {
        var deployment = office.Deployment;
        var policies = new Listing("Policies", ("Name", "name"), ("Address", "address"));
        foreach (var (name, address) in deployment.Policies)
        {
            policies.Add(FactValue.Of(name), FactValue.Of(address.ToString()));
        }

        return new Facts("Deployed")
            .Add("Chain", "chainId", deployment.ChainId)
            .Add("Chief officer", "chiefOfficer", office.Account.ToString())
            .Add("Registry", "registry", deployment.Registry.ToString())
            .Add("Relay fund", "relayFund", deployment.RelayFund.ToString())
            .Add("Emergency board", "emergencyBoard", deployment.EmergencyBoard.ToString())
            .Add("Deployment file", "file", path)
            .Add("policies", policies);
    }

    private PolicyLimits Limits(ParseResult parse) => new()
    {
        GeneralTrips = (ushort)parse.GetValue(_generalTrips),
        ModerateTrips = (ushort)parse.GetValue(_moderateTrips),
        ModerateMinutesOutside = (ushort)parse.GetValue(_moderateMinutes),
        ModerateLongestTripMinutes = (ushort)parse.GetValue(_moderateLongest),
    };
}
