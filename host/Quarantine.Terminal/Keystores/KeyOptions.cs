using System.CommandLine;
using Quarantine.Ethereum.Keys;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Terminal.Keystores;

/// <summary>A command's options <c>--key</c>, <c>--password-file</c> and <c>--password-env</c>.</summary>
public sealed class KeyOptions
{
    private readonly ProgramContext _context;
    private readonly Option<string?> _key;
    private readonly PasswordOptions _password;
    private readonly string _variable;

    /// <param name="command">Gets the options.</param>
    /// <param name="context">The program's surroundings.</param>
    /// <param name="role">Whose key, for the help: "officer".</param>
    public KeyOptions(Command command, ProgramContext context, string role)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(role);
        _context = context;
        _variable = "QUARANTINE_KEY";
        _key = new Option<string?>("--key") { Description = $"Keystore of the {role}'s account. Default: ${_variable}.", HelpName = "FILE" };
        command.Options.Add(_key);
        _password = new PasswordOptions(command);
    }

    /// <summary>Opens the key that the command line names.</summary>
    public PrivateKey Open(ParseResult parse)
    {
        var path = parse.GetValue(_key) ?? _context.Environment(_variable) ?? throw new CommandException(
            ExitCode.Usage, "No key is named.", "--key", $"Give --key FILE, or set {_variable}. The command 'init' makes a keystore.");
        return new KeystoreDesk(_context).Open(path, _password.Read(parse));
    }
}
