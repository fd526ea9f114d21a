using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Gateway.Commands;

/// <summary>Makes a gateway's configuration file, where it is missing, and its keys.</summary>
internal sealed class InitCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;
    private readonly KeyOpening _keys;
    private readonly Option<string?> _house = new("--house") { Description = "Id of the house: 1 to 32 of a-z, 0-9 and '-'.", HelpName = "ID" };
    private readonly Option<string?> _deployment = new("--deployment") { Description = "The officer's deployment file.", HelpName = "FILE" };
    private readonly Option<string?> _contact = new("--contact") { Description = "Whom to ask for in an emergency.", HelpName = "NAME" };
    private readonly Option<string> _phone = new("--phone") { Description = "Where to call back.", HelpName = "NUMBER", DefaultValueFactory = _ => "" };
    private readonly Option<Bytes32> _community = TypedOption.Optional<Bytes32>(
        "--community", "Id of the community.", "ID", Bytes32.TryParse, "an id: 0x and 64 hexadecimal digits", default);

    public InitCommand(ProgramContext context)
        : base(context, "init", "Make a gateway's configuration file, where it is missing, and its keys.")
    {
        _configuration = new ConfigurationOption(this, context);
        _keys = new KeyOpening(this, context);
        Options.Add(_house);
        Options.Add(_community);
        Options.Add(_deployment);
        Options.Add(_contact);
        Options.Add(_phone);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var path = _configuration.PathOf(parse);
        if (!File.Exists(path))
        {
            Write(parse, path);
        }

        var (options, files) = _configuration.Load(parse);
        if (File.Exists(files.Seed))
        {
            throw new CommandException(ExitCode.Key, "There are keys already, and keys are never overwritten.", files.Seed, "Go on with the command 'enroll'.");
        }

        using var password = new PasswordReader(Context).Read(_keys.SourceOf(parse, options), files.Seed, isNew: true);
        using var keys = GatewayKeystore.Create(files, password.Characters, Context.KeystoreCost);
        output.Show(new Facts("Gateway initialised")
            .Add("Configuration", "configuration", Path.GetFullPath(path))
            .Add("Account", "account", keys.Account.Address.ToString())
            .Add("Seed (back it up)", "seed", files.Seed));
        return Task.FromResult(ExitCode.Success);
    }

    private void Write(ParseResult parse, string path)
    {
        var options = new GatewayOptions
        {
            House = Need(parse, _house),
            CommunityId = parse.GetValue(_community).ToString(),
            DeploymentFile = Path.GetFullPath(Need(parse, _deployment)),
            Contact = new ContactOptions { Name = Need(parse, _contact), Phone = parse.GetValue(_phone)! },
        };
        options.Validate();
        ConfigurationFile.Save(path, options);
    }

    private static string Need(ParseResult parse, Option<string?> option) => parse.GetValue(option) ?? throw new CommandException(
        ExitCode.Usage, $"{option.Name} is missing.", "", "Without a configuration file, give --house, --community, --deployment and --contact.");
}
