using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Registers a worker and the key that emergencies are sealed to.</summary>
internal sealed class WorkerAddCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<Address> _account = CommonOptions.Account("--account", "The worker's account.");
    private readonly Option<SealingPublicKey> _key = TypedOption.Required<SealingPublicKey>(
        "--sealing-key", "The worker's sealing key, as 'quarantine-worker init' prints it.", "KEY", TryParseKey, "a public key: 0x and 128 hexadecimal digits");

    public WorkerAddCommand(ProgramContext context)
        : base(context, "add", "Register a worker, or give a registered one another key. Not on duty until 'duty' says so.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_account);
        Options.Add(_key);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (communityId, account) = (parse.GetValue(_community), parse.GetValue(_account));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        await session.Office.RegisterWorkerAsync(communityId, account, parse.GetValue(_key), cancellationToken);
        output.Show(new Facts("Worker registered")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Account", "account", account.ToString()));
        return ExitCode.Success;
    }

    private static bool TryParseKey(string text, out SealingPublicKey key)
    {
        Span<byte> point = stackalloc byte[SealingPublicKey.Length];
        key = default;
        return Hex.TryDecode(text, point) && SealingPublicKey.TryCreate(point, out key);
    }
}
