using System.CommandLine;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Checks the house number that an officer issued, and keeps it.</summary>
internal sealed class AcceptCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly KeyOpening _keys;
    private readonly Option<string> _file = new("--house-number") { Description = "The officer's answer.", HelpName = "FILE", Required = true };

    public AcceptCommand(ProgramContext context)
        : base(context, "accept", "Check the house number that an officer issued, and keep it.")
    {
        _configuration = new ConfigurationOption(this, context);
        _keys = new KeyOpening(this, context);
        Options.Add(_file);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (options, files) = _configuration.Load(parse);
        var deployment = DeploymentFile.Load(options.DeploymentFile);
        var path = parse.GetValue(_file)!;
        var issued = HouseNumberFile.Load(path);
        using var keys = _keys.Open(parse, options, files);
        Require(issued.HouseNumber.Gateway == keys.Account.Address, path, "It names another gateway.");
        Require(issued.HouseNumber.CommunityId == Bytes32.Parse(options.CommunityId), path, "It names another community.");
        Require(!issued.HouseNumber.IsExpiredAt(Context.Clock.GetUtcNow()), path, "Its release date has passed.");
        Require(issued.TryRecoverOfficer(deployment.Domain, out var officer), path, "Its signature is none.");
        using var client = new JsonRpcClient(new Uri(options.Chain.Url), clock: Context.Clock);
        Require(await new RegistryView(new JsonRpcNode(client), deployment.Registry).IsOfficerAsync(officer, cancellationToken), path, $"{officer} signed it, who is no officer.");
        HouseNumberFile.Save(files.HouseNumber, issued);
        output.Show(new Facts("House number accepted")
            .Add("Gateway", "gateway", issued.HouseNumber.Gateway.ToString())
            .Add("Officer", "officer", officer.ToString())
            .Add("Until", "until", DateTimeOffset.FromUnixTimeSeconds((long)issued.HouseNumber.ExpiresAt).ToString("u")));
        return ExitCode.Success;
    }

    private static void Require(bool condition, string path, string complaint)
    {
        if (!condition)
        {
            throw new CommandException(ExitCode.NotVerified, $"The house number is not for this gateway. {complaint}", path, "Ask the officer to issue it again.");
        }
    }
}
