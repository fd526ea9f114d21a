using System.CommandLine;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Provisioning;
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

    /// <summary>Reads and validates the file; its nodes are those that it names and those that were provisioned.</summary>
    public (GatewayOptions Options, GatewayFiles Files) Load(ParseResult parse)
    {
        var options = ConfigurationFile.Load(PathOf(parse));
        var files = options.ToFiles();
        return (HouseRegisterFile.AddNodes(options, files), files);
    }
}
