using System.CommandLine;
using Quarantine.Ethereum.Keystore;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Keystores;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Gateway.Commands;

/// <summary>Opens the gateway's keys with the password from the command line's source, or else from the configured file.</summary>
internal sealed class KeyOpening(Command command, ProgramContext context)
{
    private readonly PasswordOptions _password = new(command);

    public GatewayKeys Open(ParseResult parse, GatewayOptions options, GatewayFiles files)
    {
        using var password = new PasswordReader(context).Read(SourceOf(parse, options), files.Seed);
        try
        {
            return GatewayKeystore.Open(files, password.Characters);
        }
        catch (KeystoreException exception)
        {
            throw new CommandException(
                ExitCode.Key, exception.Message, files.Seed, "Check the password and its file, or restore the seed from its backup.", exception);
        }
        catch (FileNotFoundException exception)
        {
            throw new CommandException(ExitCode.Key, "There are no keys.", files.Seed, "Make them with the command 'init'.", exception);
        }
    }

    public PasswordSource SourceOf(ParseResult parse, GatewayOptions? options)
    {
        var source = _password.Read(parse);
        return source == PasswordSource.Prompt && options?.PasswordFile is { } file ? new PasswordSource(file, null) : source;
    }
}
