using System.CommandLine;
using Quarantine.Ethereum.Keys;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Keystores;
using Quarantine.Terminal.Output;

namespace Quarantine.Worker.Commands;

/// <summary>Makes a worker's account and sealing key.</summary>
internal sealed class InitCommand : ProgramCommand
{
    private readonly PasswordOptions _password;
    private readonly Option<string> _account = new("--account-out")
    {
        Description = "Keystore to write for the account; never overwritten.", HelpName = "FILE", DefaultValueFactory = _ => "worker-account.json",
    };

    private readonly Option<string> _sealing = new("--sealing-out")
    {
        Description = "Keystore to write for the sealing key; never overwritten.", HelpName = "FILE", DefaultValueFactory = _ => "worker-sealing.json",
    };

    public InitCommand(ProgramContext context)
        : base(context, "init", "Make a worker's account and sealing key, and their keystores under one password.")
    {
        Options.Add(_account);
        Options.Add(_sealing);
        _password = new PasswordOptions(this);
    }

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (accountPath, sealingPath) = (Path.GetFullPath(parse.GetValue(_account)!), Path.GetFullPath(parse.GetValue(_sealing)!));
        if (accountPath == sealingPath)
        {
            throw new CommandException(ExitCode.Usage, "Account and sealing key need a file each.", "--sealing-out", "Choose two paths.");
        }

        using var account = PrivateKey.Generate();
        using var sealing = PrivateKey.Generate();
        new KeystoreDesk(Context).Create(_password.Read(parse), (accountPath, account), (sealingPath, sealing));
        output.Show(new Facts("Worker's keys")
            .Add("Account", "account", account.Address.ToString())
            .Add("Sealing key", "sealingKey", sealing.PublicKey.ToString())
            .Add("Account's keystore (back it up)", "accountKeystore", accountPath)
            .Add("Sealing key's keystore (back it up)", "sealingKeystore", sealingPath)
            .Add("Next", "next", "Give the officer the account and the sealing key, for: quarantine-officer worker add"));
        return Task.FromResult(ExitCode.Success);
    }
}
