using System.CommandLine;
using Quarantine.Officer.Office;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Keystores;

namespace Quarantine.Officer.Commands;

/// <summary>The options of a command that acts on the chain as an officer, and how they become an office.</summary>
internal sealed class OfficeOpening(Command command, ProgramContext context)
{
    private readonly ChainOptions _chain = new(command, context);
    private readonly KeyOptions _key = new(command, context, "officer");

    public async Task<OfficeSession> OpenAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var chain = await _chain.OpenAsync(parse, cancellationToken);
        try
        {
            var key = _key.Open(parse);
            return new OfficeSession(chain, key, new OfficerOffice(chain.Node, key, chain.Deployment, context.Clock));
        }
        catch
        {
            chain.Dispose();
            throw;
        }
    }
}
