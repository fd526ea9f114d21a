using System.CommandLine;
using Quarantine.Ethereum.Keys;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Keystores;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Makes an officer's account.</summary>
internal sealed class InitCommand : ProgramCommand
{
    private readonly PasswordOptions _password;
    private readonly Option<string> _out = new("--out")
    {
        Description = "Keystore to write; never overwritten.", HelpName = "FILE", DefaultValueFactory = _ => "officer-key.json",
    };

    public InitCommand(ProgramContext context)
        : base(context, "init", "Make an officer's account and its keystore.")
    {
        Options.Add(_out);
        _password = new PasswordOptions(this);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(parse.GetValue(_out)!);
        using var key = PrivateKey.Generate();
        new KeystoreDesk(Context).Create(_password.Read(parse), (path, key));
        output.Show(new Facts("Officer's account")
            .Add("Account", "account", key.Address.ToString())
            .Add("Keystore (back it up)", "keystore", path));
        return Task.FromResult(ExitCode.Success);
    }
}
