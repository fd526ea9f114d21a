using System.CommandLine;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Gateway.Commands;

/// <summary>A command's options for the node's Wi-Fi. Neither name nor password comes on the command line, which every process can read.</summary>
internal sealed class WifiOptions
{
    private const int MaximumFile = 4096;

    private readonly ProgramContext _context;
    private readonly Option<string?> _file = new("--wifi-file")
    {
        Description = "File with the Wi-Fi's name in its first line and its password in the second. Default: asks.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _none = new("--no-wifi") { Description = "Write no network deployment: the board knows its Wi-Fi." };

    public WifiOptions(Command command, ProgramContext context)
    {
        _context = context;
        command.Options.Add(_file);
        command.Options.Add(_none);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_file) is not null && result.GetValue(_none))
            {
                result.AddError("Give --wifi-file or --no-wifi, not both.");
            }
        });
    }

    /// <summary>Null where the network is left out.</summary>
    public WifiCredentials? Read(ParseResult parse) =>
        parse.GetValue(_none) ? null : parse.GetValue(_file) is { } path ? FromFile(path) : FromPerson();

    private static WifiCredentials FromFile(string path)
    {
        if (new FileInfo(path).Length > MaximumFile)
        {
            throw new CommandException(ExitCode.Input, $"The file has more than {MaximumFile} bytes.", path, "Check that it is the right file: name and password, a line each.");
        }

        var lines = File.ReadAllLines(path);
        return WifiCredentials.Create(lines.FirstOrDefault() ?? "", new Password(lines.ElementAtOrDefault(1)), path);
    }

    private WifiCredentials FromPerson()
    {
        if (!_context.Passwords.IsAvailable)
        {
            throw new CommandException(
                ExitCode.Usage, "The node's Wi-Fi is needed, and there is no terminal to ask at.", "--wifi-file", "Give --wifi-file FILE, or --no-wifi where the board knows it.");
        }

        var name = _context.Passwords.AskOpenly("Name of the Wi-Fi (SSID)");
        return WifiCredentials.Create(name, _context.Passwords.Ask("Its password (empty: an open network)"), "Wi-Fi");
    }
}
