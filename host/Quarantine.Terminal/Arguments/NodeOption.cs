using System.CommandLine;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;

namespace Quarantine.Terminal.Arguments;

/// <summary>A command's option <c>--rpc</c>: the chain node. Its address may hold a provider's access key, so it is shown nowhere.</summary>
public sealed class NodeOption
{
    private const string Variable = "QUARANTINE_RPC";
    private const string Default = "http://127.0.0.1:8545";

    private readonly ProgramContext _context;
    private readonly Option<string?> _rpc = new("--rpc")
    {
        Description = $"JSON-RPC address of the chain node. Default: ${Variable}, else {Default}.",
        HelpName = "URL",
    };

    public NodeOption(Command command, ProgramContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        _context = context;
        command.Options.Add(_rpc);
    }

    /// <summary>A client for the node; nothing is sent yet.</summary>
    public JsonRpcClient CreateClient(ParseResult parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        var text = parse.GetValue(_rpc) ?? _context.Environment(Variable) ?? Default;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new JsonRpcClient(address, clock: _context.Clock)
            : throw new CommandException(ExitCode.Usage, "The chain node's address is not an http or https address.", "--rpc", $"Give one such as {Default}.");
    }
}
