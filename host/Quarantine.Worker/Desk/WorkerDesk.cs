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
    private const int LargestMessage = 16 * 1024;

    private readonly QuarantineDeployment _deployment;
    private readonly Bytes32 _communityId;
    private readonly IReadOnlyList<SealingKeyPair> _keys;
    private readonly TimeProvider _clock;
    private readonly CommunityFollower _community;
    private readonly EmergencyVerifier _verifier;
    private readonly TransactionSender _sender;
    private readonly Lock _gate = new();
    private readonly Dictionary<Bytes32, EmergencyCase> _cases = [];
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
        (_deployment, _communityId, _keys, _clock) = (deployment, communityId, keys, clock);
        _community = new CommunityFollower(node, deployment, communityId);
        _verifier = new EmergencyVerifier(node, deployment, communityId, clock);
        _sender = new TransactionSender(node, account, deployment.ChainId, chainClock ?? TimeProvider.System);
    }

    /// <summary>Every case, the earliest first.</summary>
    public IReadOnlyList<EmergencyCase> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _cases.Values.OrderBy(entry => entry.Received)];
            }
        }
    }

    /// <summary>Messages that none of the keys opens: sealed to others, altered, or junk.</summary>
    public long NotForUs => Interlocked.Read(ref _notForUs);

    /// <summary>Takes a sealed message from the broker or the chain; false where none of the keys opens it.</summary>
    public bool TakeSealed(ReadOnlyMemory<byte> sealedMessage)
    {
        var hash = Keccak256.Hash(sealedMessage.Span);
        if (Find(hash) is { } known && (known.Content is not null || known.IsForged))
        {
            return true;
        }

        if (sealedMessage.Length > LargestMessage || Open(sealedMessage.Span) is not { } plaintext)
        {
            Interlocked.Increment(ref _notForUs);
            return false;
        }

        var read = SignedEmergency.TryDecode(plaintext, _deployment.Domain, out var content);
        Update(hash, entry => entry with { Content = content, IsForged = !read });
        return true;
    }

    /// <summary>Looks at the chain: new cases, published messages, who acknowledged and resolved.</summary>
    public async Task LookAsync(CancellationToken cancellationToken = default)
    {
        await _community.LookAsync(cancellationToken);
        foreach (var record in _community.Read(state => state.Emergencies.Values.ToList()))
        {
            Update(record.Hash, entry => entry with { IsPosted = true, AcknowledgedBy = record.AcknowledgedBy, ResolvedBy = record.ResolvedBy });
            if (record.Ciphertext is { } ciphertext)
            {
                TakeSealed(ciphertext);
            }
        }
    }

    /// <summary>Verifies a case; null where there is none, or its message is not there or not for this worker.</summary>
    public async Task<EmergencyCase?> OpenAsync(Bytes32 hash, CancellationToken cancellationToken = default)
    {
        if (Find(hash)?.Content is not { } content)
        {
            return null;
        }

        var checks = await _verifier.VerifyAsync(content, cancellationToken);
        return Update(hash, entry => entry with { Checks = checks });
    }

    /// <summary>Says on the chain that this worker answers. Throws where the board refuses: somebody else answered first.</summary>
    public async Task AcknowledgeAsync(Bytes32 hash, CancellationToken cancellationToken = default)
    {
        await _sender.CallAsync(_deployment.EmergencyBoard, EmergencyBoardCalls.Acknowledge(_communityId, hash), cancellationToken);
        await LookAsync(cancellationToken);
    }

    /// <summary>Says on the chain that the emergency is over.</summary>
    public async Task ResolveAsync(Bytes32 hash, CancellationToken cancellationToken = default)
    {
        await _sender.CallAsync(_deployment.EmergencyBoard, EmergencyBoardCalls.Resolve(_communityId, hash), cancellationToken);
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

    private EmergencyCase? Find(Bytes32 hash)
    {
        lock (_gate)
        {
            return _cases.GetValueOrDefault(hash);
        }
    }

    private EmergencyCase Update(Bytes32 hash, Func<EmergencyCase, EmergencyCase> change)
    {
        lock (_gate)
        {
            var entry = _cases.GetValueOrDefault(hash) ?? new EmergencyCase(hash, _clock.GetUtcNow());
            return _cases[hash] = change(entry);
        }
    }
}
