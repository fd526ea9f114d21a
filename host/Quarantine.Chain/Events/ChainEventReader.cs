using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Events;

/// <summary>
/// Reads the events of communities, look by look. Always whole communities: a chain node does not learn which report, ring or emergency is
/// asked for. Where a block that was read has been replaced, reads everything again from <see cref="QuarantineDeployment.FromBlock"/>.
/// Not thread-safe.
/// </summary>
/// <param name="node">The chain.</param>
/// <param name="deployment">The contracts.</param>
/// <param name="communities">The communities; empty for all.</param>
public sealed class ChainEventReader(IEthereumNode node, QuarantineDeployment deployment, IReadOnlyList<Bytes32> communities)
{
    /// <summary>Blocks asked for at once; public nodes refuse wider ranges.</summary>
    private const ulong BlocksPerQuery = 10_000;

    private readonly HashSet<(Bytes32 Community, Address Policy)> _policies = [];
    private Block? _last;

    /// <summary>The events since the last look. Throws what the node throws; the next look then starts from the same place.</summary>
    public async Task<EventBatch> ReadAsync(CancellationToken cancellationToken = default)
    {
        var replaced = await IsReplacedAsync(cancellationToken).ConfigureAwait(false);
        var from = replaced || _last is null ? deployment.FromBlock : _last.Number + 1;
        var head = await node.GetBlockAsync(BlockReference.Latest, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidDataException("The chain node has no newest block.");
        if (head.Number < from)
        {
            // A chain that went back to before the deployment has no event any more.
            _last = replaced ? null : _last;
            return new EventBatch(replaced, [], head.Number, Dropped: 0);
        }

        var known = replaced ? [] : _policies.ToHashSet();
        var (events, dropped) = await ReadRangeAsync(from, head.Number, known, cancellationToken).ConfigureAwait(false);
        _policies.Clear();
        _policies.UnionWith(known);
        _last = head;
        return new EventBatch(replaced, events, head.Number, dropped);
    }

    private async Task<bool> IsReplacedAsync(CancellationToken cancellationToken)
    {
        if (_last is null)
        {
            return false;
        }

        var same = await node.GetBlockAsync(BlockReference.At(_last.Number), cancellationToken).ConfigureAwait(false);
        return same?.Hash != _last.Hash;
    }

    private async Task<(List<ChainEvent> Events, int Dropped)> ReadRangeAsync(
        ulong from, ulong to, HashSet<(Bytes32 Community, Address Policy)> known, CancellationToken cancellationToken)
    {
        var events = new List<ChainEvent>();
        var dropped = 0;
        for (var start = from; start <= to; start += BlocksPerQuery)
        {
            var filter = new LogFilter
            {
                From = BlockReference.At(start),
                To = BlockReference.At(Math.Min(to, start + BlocksPerQuery - 1)),
                Topics = [ChainEventDecoder.Topics, communities],
            };
            foreach (var log in await node.GetLogsAsync(filter, cancellationToken).ConfigureAwait(false))
            {
                if (!log.Removed && ChainEventDecoder.TryDecode(log, out var read) && IsGenuine(read, known))
                {
                    events.Add(read);
                }
                else
                {
                    dropped++;
                }
            }
        }

        return (events, dropped);
    }

    /// <summary>Anybody can emit such logs: only the registry, the fund, the board, and policies that the registry scheduled are believed.</summary>
    private bool IsGenuine(ChainEvent read, HashSet<(Bytes32 Community, Address Policy)> known)
    {
        switch (read)
        {
            case ReportAccepted or ViolationReported:
                return known.Contains((read.CommunityId, read.Contract));
            case Deposited or Withdrawn or CapsSet or RelayRefunded:
                return read.Contract == deployment.RelayFund;
            case EmergencyPosted or EmergencyPublished or EmergencyAcknowledged or EmergencyResolved:
                return read.Contract == deployment.EmergencyBoard;
            case PolicyScheduled scheduled when read.Contract == deployment.Registry:
                known.Add((read.CommunityId, scheduled.Policy));
                return true;
            default:
                return read.Contract == deployment.Registry;
        }
    }
}
