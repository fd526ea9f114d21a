using System.Collections.Concurrent;
using System.Security.Cryptography;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Emergencies;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Worker.Desk;

/// <summary>
/// Where a worker's emergencies come together: from the community's broker and from the chain, one case each. Contents are held in memory
/// only. Owns neither node nor keys. Thread-safe.
/// </summary>
public sealed class WorkerDesk : IDisposable
{
    /// <summary>Longest sealed message in bytes, on the broker as on the board.</summary>
    public const int LargestMessage = 16 * 1024;

    private const int MostCases = 4096;

    private readonly IEthereumNode _node;
    private readonly QuarantineDeployment _deployment;
    private readonly Bytes32 _communityId;
    private readonly IReadOnlyList<SealingKeyPair> _keys;
    private readonly CommunityFollower _community;
    private readonly EmergencyVerifier _verifier;
    private readonly TransactionSender _sender;
    private readonly CaseBook _cases;
    private readonly ConcurrentDictionary<Bytes32, bool> _othersOnChain = new();
    private long _notForUs;

    /// <param name="node">The chain.</param>
    /// <param name="deployment">The contracts.</param>
    /// <param name="communityId">The community that the worker serves.</param>
    /// <param name="account">Acknowledges and resolves.</param>
    /// <param name="keys">The worker's sealing keys, the present one and those that are kept for old messages.</param>
    /// <param name="clock">For release dates.</param>
    /// <param name="chainClock">By which receipts are waited for; null for the system's.</param>
    public WorkerDesk(
        IEthereumNode node,
        QuarantineDeployment deployment,
        Bytes32 communityId,
        PrivateKey account,
        IReadOnlyList<SealingKeyPair> keys,
        TimeProvider clock,
        TimeProvider? chainClock = null)
    {
        (_node, _deployment, _communityId, _keys) = (node, deployment, communityId, keys);
        _cases = new CaseBook(MostCases, clock);
        _community = new CommunityFollower(node, deployment, communityId);
        _verifier = new EmergencyVerifier(node, deployment, communityId, clock);
        _sender = new TransactionSender(node, account, deployment.ChainId, chainClock ?? TimeProvider.System);
    }

    /// <summary>Every case, the earliest first; at most 4,096 beside those on the chain.</summary>
    public IReadOnlyList<EmergencyCase> Entries => _cases.All;

    /// <summary>Messages that none of the keys opens: sealed to others, altered, or junk.</summary>
    public long NotForUs => Interlocked.Read(ref _notForUs);

    /// <summary>Cases that made room for others: somebody sends junk that is sealed to this worker.</summary>
    public long Evicted => _cases.Evicted;

    /// <summary>
    /// Takes a sealed message from the broker or the chain; false where none of the keys opens it. Opens it at once, so that junk takes no
    /// room: short enough for a link's own thread.
    /// </summary>
    public bool TakeSealed(ReadOnlyMemory<byte> sealedMessage)
    {
        if (sealedMessage.Length > LargestMessage)
        {
            Interlocked.Increment(ref _notForUs);
            return false;
        }

        var hash = Keccak256.Hash(sealedMessage.Span);
        return IsOpened(hash) || TryTake(hash, sealedMessage);
    }

    /// <summary>Looks at the chain: new cases, published messages, who acknowledged and resolved; and what a reorganisation took back.</summary>
    public async Task LookAsync(CancellationToken cancellationToken = default)
    {
        await _community.LookAsync(cancellationToken);
        var records = _community.Read(state => state.Emergencies.Values.ToDictionary(record => record.Hash));
        foreach (var entry in Entries.Where(entry => entry.IsPosted && !records.ContainsKey(entry.Hash)))
        {
            _cases.Update(entry.Hash, known => known with { IsPosted = false, AcknowledgedBy = null, ResolvedBy = null });
        }

        foreach (var record in records.Values)
        {
            _cases.Update(record.Hash, entry => entry with { IsPosted = true, AcknowledgedBy = record.AcknowledgedBy, ResolvedBy = record.ResolvedBy });
            TakePublished(record);
        }
    }

    /// <summary>
    /// Verifies a case; null where there is none, or its message is not there or not for this worker. A forged case has one check, which does
    /// not hold, and no content.
    /// </summary>
    public async Task<EmergencyCase?> OpenAsync(Bytes32 hash, CancellationToken cancellationToken = default)
    {
        if (!IsOpened(hash))
        {
            return null;
        }

        var checks = _cases.Find(hash)?.Content is { } content
            ? await _verifier.VerifyAsync(content, cancellationToken)
            : [new EmergencyCheck(EmergencyVerifier.GatewaySignature, Holds: false, "malformed, or not signed by the gateway that its house number names")];
        return _cases.Update(hash, entry => entry with { Checks = checks });
    }

    /// <summary>
    /// Says on the chain that this worker answers, and posts the hash before where no relay has done so yet. Nothing happens where this worker
    /// answered already. Throws <see cref="RevertException"/> or
    /// <see cref="TransactionException"/> where the board refuses: somebody else answered first; and
    /// <see cref="InvalidOperationException"/> for an emergency that neither the board nor this desk knows.
    /// </summary>
    public async Task AcknowledgeAsync(Bytes32 hash, CancellationToken cancellationToken = default)
    {
        var board = new EmergencyBoardView(_node, _deployment.EmergencyBoard);
        if (await board.StatusOfAsync(_communityId, hash, cancellationToken) == EmergencyBoardStatus.Unknown)
        {
            // A mistyped hash must not become an emergency.
            await (IsOpened(hash) ? PostAsync(hash, cancellationToken) : throw new InvalidOperationException($"Nobody knows an emergency {hash}."));
        }

        try
        {
            await CallBoardAsync(EmergencyBoardCalls.Acknowledge(_communityId, hash), cancellationToken);
        }
        catch (Exception refused) when (refused is RevertException or TransactionException)
        {
            // Of two workers in one block the second one's transaction is mined, and reverts.
            await LookAsync(cancellationToken);
            if (_cases.Find(hash)?.AcknowledgedBy != _sender.Account)
            {
                throw;
            }
        }

        await LookAsync(cancellationToken);
    }

    /// <summary>Says on the chain that the emergency is over.</summary>
    public async Task ResolveAsync(Bytes32 hash, CancellationToken cancellationToken = default)
    {
        await CallBoardAsync(EmergencyBoardCalls.Resolve(_communityId, hash), cancellationToken);
        await LookAsync(cancellationToken);
    }

    public void Dispose()
    {
        _sender.Dispose();
        _community.Dispose();
    }

    private byte[]? Open(ReadOnlySpan<byte> sealedMessage)
    {
        foreach (var key in _keys)
        {
            if (MessageOpener.TryOpen(sealedMessage, key, _communityId.ToArray(), out var plaintext))
            {
                return plaintext;
            }
        }

        return null;
    }

    private bool IsOpened(Bytes32 hash) => _cases.Find(hash) is { } known && (known.Content is not null || known.IsForged);

    private bool TryTake(Bytes32 hash, ReadOnlyMemory<byte> sealedMessage)
    {
        if (Open(sealedMessage.Span) is not { } plaintext)
        {
            Interlocked.Increment(ref _notForUs);
            return false;
        }

        var read = SignedEmergency.TryDecode(plaintext, _deployment.Domain, out var content);
        CryptographicOperations.ZeroMemory(plaintext);
        _cases.Update(hash, entry => entry with { Content = content, IsForged = !read });
        return true;
    }

    /// <summary>What is sealed to others is tried once, not at every look.</summary>
    private void TakePublished(EmergencyRecord record)
    {
        if (record.Ciphertext is { } ciphertext && !_othersOnChain.ContainsKey(record.Hash) && !IsOpened(record.Hash) && !TakeSealed(ciphertext))
        {
            _othersOnChain[record.Hash] = true;
        }
    }

    /// <summary>A relay that posts in the same moment is as good.</summary>
    private async Task PostAsync(Bytes32 hash, CancellationToken cancellationToken)
    {
        try
        {
            await CallBoardAsync(EmergencyBoardCalls.Post(_communityId, hash), cancellationToken);
        }
        catch (RevertException refused) when (ContractErrors.TryRead(refused.Revert, out var error) && error.Name == "EmergencyNotIn")
        {
        }
    }

    private Task CallBoardAsync(byte[] call, CancellationToken cancellationToken) =>
        _sender.CallAsync(_deployment.EmergencyBoard, call, cancellationToken);
}
