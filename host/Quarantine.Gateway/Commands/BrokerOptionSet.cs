using System.CommandLine;
using System.Globalization;
using System.Net;
using Quarantine.Gateway.Provisioning;
using Quarantine.Terminal.Arguments;

namespace Quarantine.Gateway.Commands;

/// <summary>Options of the broker's commands: where it is reached, and who gets an account.</summary>
internal sealed class BrokerOptionSet
{
    /// <summary>The usual port of MQTT over TLS.</summary>
    private const int UsualPort = 8883;
    private const int LastPort = 65_535;

    private readonly Option<int?> _port;
    private readonly Option<IPAddress?> _listen = TypedOption.Optional<IPAddress?>(
        "--listen", "Listen on this address only. Default: on all.", "ADDRESS", IPAddress.TryParse, "an IP address", absent: null);

    private readonly Option<bool> _homeAssistant = new("--home-assistant") { Description = "Give Home Assistant an account." };
    private readonly Option<string[]> _hosts = TypedOption.Several<string>(
        "--host",
        "Name or address by which the nodes reach the broker; more than once for further ones in its certificate.",
        "HOST",
        TryParseHost,
        "a host name or an IP address");

    public BrokerOptionSet(Command command, string portDefault)
    {
        _port = TypedOption.Optional<int?>("--port", $"Port of the broker. Default: {portDefault}.", "N", TryParsePort, "a port from 1 to 65535", absent: null);
        command.Options.Add(_hosts);
        command.Options.Add(_port);
        command.Options.Add(_listen);
        command.Options.Add(_homeAssistant);
    }

    public bool NamesHost(ParseResult parse) => parse.GetValue(_hosts)!.Length > 0;

    public BrokerRequest Create(ParseResult parse, string directory) => Change(parse, new BrokerRequest([], UsualPort, Listen: null, directory, HomeAssistant: false));

    /// <summary>What is there, with what the command line says otherwise.</summary>
    public BrokerRequest Change(ParseResult parse, BrokerRequest present) => present with
    {
        Hosts = NamesHost(parse) ? parse.GetValue(_hosts)! : present.Hosts,
        Port = parse.GetValue(_port) ?? present.Port,
        Listen = parse.GetValue(_listen) is { } address ? One(address) : present.Listen,
        HomeAssistant = parse.GetValue(_homeAssistant),
    };

    /// <summary>Null for the addresses that stand for all.</summary>
    private static string? One(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any) ? null : address.ToString();

    private static bool TryParsePort(string text, out int? port)
    {
        port = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LastPort ? number : null;
        return port is not null;
    }

    private static bool TryParseHost(string text, out string host)
    {
        host = text;
        return Uri.CheckHostName(text) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 && text.Length <= 253;
    }
}
