using System.CommandLine;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Terminal.Commands;

namespace Quarantine.Gateway.Commands;

/// <summary>A command's option <c>--config</c>.</summary>
internal sealed class ConfigurationOption
{
    private const string Variable = "QUARANTINE_GATEWAY_CONFIG";
    private const string Default = "gateway.json";

    private readonly ProgramContext _context;
    private readonly Option<string?> _path = new("--config")
    {
        Description = $"Configuration file. Default: ${Variable}, else {Default}.",
        HelpName = "FILE",
    };

    public ConfigurationOption(Command command, ProgramContext context)
    {
        _context = context;
        command.Options.Add(_path);
    }

    public string PathOf(ParseResult parse) => parse.GetValue(_path) ?? _context.Environment(Variable) ?? Default;

    /// <summary>Reads and validates the file.</summary>
    public (GatewayOptions Options, GatewayFiles Files) Load(ParseResult parse)
    {
        var options = ConfigurationFile.Load(PathOf(parse));
        return (options, new GatewayFiles(options.DataDirectory));
    }
}
