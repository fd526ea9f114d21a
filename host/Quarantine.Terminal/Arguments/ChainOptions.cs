using System.CommandLine;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;

namespace Quarantine.Terminal.Arguments;

/// <summary>A command's options <c>--rpc</c> and <c>--deployment</c>.</summary>
public sealed class ChainOptions
{
    private const string Variable = "QUARANTINE_DEPLOYMENT";

    private readonly ProgramContext _context;
    private readonly NodeOption _node;
    private readonly Option<string?> _deployment = new("--deployment")
    {
        Description = $"Deployment file that the officer made. Default: ${Variable}.",
        HelpName = "FILE",
    };

    public ChainOptions(Command command, ProgramContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        _context = context;
        _node = new NodeOption(command, context);
        command.Options.Add(_deployment);
    }

    /// <summary>Reads the deployment and finds its contracts on the node's chain; throws where they are not there.</summary>
    public async Task<ChainAccess> OpenAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parse);
        var deployment = DeploymentFile.Load(PathOf(parse));
        var client = _node.CreateClient(parse);
        try
        {
            await new DeploymentCheck(new JsonRpcNode(client)).VerifyAsync(deployment, limits: null, cancellationToken).ConfigureAwait(false);
            return new ChainAccess(client, deployment);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private string PathOf(ParseResult parse) => parse.GetValue(_deployment) ?? _context.Environment(Variable) ?? throw new CommandException(
        ExitCode.Usage, "No deployment is named.", "--deployment", $"Give --deployment FILE, or set {Variable}. The officer's command 'deploy' makes the file.");
}
