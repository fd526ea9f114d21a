using System.CommandLine;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Keystores;
using Quarantine.Worker.Desk;

namespace Quarantine.Worker.Commands;

/// <summary>The options of a command that works at a worker's desk, and how they become one.</summary>
internal sealed class DeskOpening
{
    private const string AccountVariable = "QUARANTINE_KEY";
    private const string SealingVariable = "QUARANTINE_SEALING_KEY";

    private readonly ProgramContext _context;
    private readonly ChainOptions _chain;
    private readonly PasswordOptions _password;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<string?> _key = new("--key")
    {
        Description = $"Keystore of the worker's account. Default: ${AccountVariable}.", HelpName = "FILE",
    };

    private readonly Option<string[]> _sealing = new("--sealing-key")
    {
        Description = $"Keystore of a sealing key, under the same password; several for former keys. Default: ${SealingVariable}.",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    private readonly bool _opens;

    /// <param name="command">Gets the options.</param>
    /// <param name="context">The program's surroundings.</param>
    /// <param name="opens">Whether the command opens messages, and so needs sealing keys.</param>
    public DeskOpening(Command command, ProgramContext context, bool opens)
    {
        (_context, _opens) = (context, opens);
        _chain = new ChainOptions(command, context);
        command.Options.Add(_community);
        command.Options.Add(_key);
        if (opens)
        {
            command.Options.Add(_sealing);
        }

        _password = new PasswordOptions(command);
    }

    public Bytes32 CommunityOf(ParseResult parse) => parse.GetValue(_community);

    public async Task<DeskSession> OpenAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var account = parse.GetValue(_key) ?? _context.Environment(AccountVariable) ?? throw Missing("--key", AccountVariable);
        var sealing = _opens ? SealingPaths(parse) : [];
        var chain = await _chain.OpenAsync(parse, cancellationToken);
        try
        {
            var keys = new KeystoreDesk(_context).OpenAll(_password.Read(parse), [account, .. sealing]);
            var opening = keys.Skip(1).Select(ToSealing).ToList();
            var desk = new WorkerDesk(chain.Node, chain.Deployment, CommunityOf(parse), keys[0], opening, _context.Clock);
            return new DeskSession(chain, keys[0], opening, desk);
        }
        catch
        {
            chain.Dispose();
            throw;
        }
    }

    private string[] SealingPaths(ParseResult parse) => parse.GetValue(_sealing) is { Length: > 0 } given
        ? given
        : [_context.Environment(SealingVariable) ?? throw Missing("--sealing-key", SealingVariable)];

    private static SealingKeyPair ToSealing(PrivateKey key)
    {
        Span<byte> secret = stackalloc byte[PrivateKey.Length];
        key.ExportTo(secret);
        key.Dispose();
        var made = SealingKeyPair.TryCreate(secret, out var pair);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(secret);
        return made ? pair! : throw new InvalidOperationException("A secret key of the curve makes a sealing key.");
    }

    private static CommandException Missing(string option, string variable) => new(
        ExitCode.Usage, "A keystore is not named.", option, $"Give {option} FILE, or set {variable}. The command 'init' makes both keystores.");
}
