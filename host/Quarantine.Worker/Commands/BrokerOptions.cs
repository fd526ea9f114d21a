using System.CommandLine;
using System.Globalization;
using System.Net;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Mqtt;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Worker.Commands;

/// <summary>A command's options for the community's broker.</summary>
internal sealed class BrokerOptions
{
    private const int PlainPort = 1883;
    private const int TlsPort = 8883;

    private readonly ProgramContext _context;
    private readonly Option<(string Host, int Port)?> _broker = new("--broker")
    {
        Description = "The community's MQTT broker. Default: none, only the chain is followed.",
        HelpName = "HOST[:PORT]",
        CustomParser = result => TypedOption.Read<(string Host, int Port)>(result, TryParse, "a broker's name or address, and a port"),
    };

    private readonly Option<string?> _caFile = Text("--ca-file", "FILE", "PEM file of the authority of the broker's certificate: TLS. Must be given unless the broker is on this machine.");
    private readonly Option<string?> _certificate = Text("--certificate-file", "FILE", "PEM file of the worker's certificate.");
    private readonly Option<string?> _key = Text("--certificate-key-file", "FILE", "PEM file of the certificate's key.");
    private readonly Option<string?> _user = Text("--broker-user", "NAME", "User name at the broker.");
    private readonly Option<string?> _password = Text("--broker-password-file", "FILE", "File whose first line is the password at the broker.");

    public BrokerOptions(Command command, ProgramContext context)
    {
        _context = context;
        command.Options.Add(_broker);
        foreach (var option in (Option[])[_caFile, _certificate, _key, _user, _password])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>A link that is not started yet; null where no broker is named.</summary>
    public IMqttLink? CreateLink(ParseResult parse, IMqttLinkFactory links, Address account)
    {
        if (parse.GetValue(_broker) is not ({ } host, var port))
        {
            return null;
        }

        var caFile = parse.GetValue(_caFile);
        RequireTls(host, caFile);
        var options = new MqttLinkOptions
        {
            Host = host,
            Port = port != 0 ? port : caFile is null ? PlainPort : TlsPort,
            ClientId = $"worker-{account}",
            CaFile = caFile,
            CertificateFile = parse.GetValue(_certificate),
            KeyFile = parse.GetValue(_key),
            UserName = parse.GetValue(_user),
            Password = ReadPassword(parse.GetValue(_password)),
        };
        try
        {
            return links.Create(options);
        }
        catch (ArgumentException wrong)
        {
            throw new CommandException(ExitCode.Usage, wrong.Message, "--broker", "Correct the broker's options.", wrong);
        }
    }

    private static Option<string?> Text(string name, string helpName, string description) => new(name) { Description = description, HelpName = helpName };

    private string? ReadPassword(string? file)
    {
        if (file is null)
        {
            return null;
        }

        using var password = new PasswordReader(_context).Read(new PasswordSource(file, null), "the broker");
        return password.Characters.ToString();
    }

    private static void RequireTls(string host, string? caFile)
    {
        var isLocal = host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
        if (caFile is null && !isLocal)
        {
            throw new CommandException(
                ExitCode.Usage, "The broker is another machine, and the connection would not be encrypted.", "--ca-file", "Give the PEM file of the broker's authority.");
        }
    }

    /// <summary>A name or IPv4 address, or an IPv6 address in brackets; then a port.</summary>
    private static bool TryParse(string text, out (string Host, int Port) broker)
    {
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = text.IndexOf(':', end + 1);
        var host = (colon < 0 ? text : text[..colon]).Trim('[', ']');
        var port = 0;
        var ok = colon < 0 || (int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65_535);
        broker = (host, port);
        return ok && Uri.CheckHostName(host) != UriHostNameType.Unknown;
    }
}
