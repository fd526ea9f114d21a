using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Events;

/// <summary>Reads the logs of the contracts. A log of another form is no event; who emitted it is the caller's to check.</summary>
public static class ChainEventDecoder
{
    private delegate ChainEvent? Decoder(LogEntry log);

    private static readonly FrozenDictionary<Bytes32, Decoder> Decoders = new Dictionary<Bytes32, Decoder>
    {
        [EventTopic.Of("CommunityCreated(bytes32,int32,uint8,uint8)")] = RegistryEvents.CommunityCreated,
        [EventTopic.Of("MemberAdmitted(bytes32,address,uint64,uint64,bytes32,bytes32,bytes32)")] = RegistryEvents.MemberAdmitted,
        [EventTopic.Of("MemberRenewed(bytes32,address,uint64,uint64)")] = RegistryEvents.MemberRenewed,
        [EventTopic.Of("MemberQueued(bytes32,address,uint256)")] = RegistryEvents.MemberQueued,
        [EventTopic.Of("SeedFixed(bytes32,uint256,uint256,bytes32)")] = RegistryEvents.SeedFixed,
        [EventTopic.Of("SeedPostponed(bytes32,uint256,uint256)")] = RegistryEvents.SeedPostponed,
        [EventTopic.Of("MemberRevoked(bytes32,address)")] = RegistryEvents.MemberRevoked,
        [EventTopic.Of("QueueClosed(bytes32,uint256,uint256,uint256,uint256[])")] = RegistryEvents.QueueClosed,
        [EventTopic.Of("PageCut(bytes32,uint256,uint256,address,bytes32,uint64)")] = RegistryEvents.PageCut,
        [EventTopic.Of("PageDissolved(bytes32,uint256,uint64)")] = RegistryEvents.PageDissolved,
        [EventTopic.Of("PolicyScheduled(bytes32,address,uint64)")] = RegistryEvents.PolicyScheduled,
        [EventTopic.Of("WorkerRegistered(bytes32,address,bytes32,bytes32)")] = RegistryEvents.WorkerRegistered,
        [EventTopic.Of("WorkerDutyChanged(bytes32,address,bool)")] = RegistryEvents.WorkerDutyChanged,
        [EventTopic.Of("WorkerRemoved(bytes32,address)")] = RegistryEvents.WorkerRemoved,
        [EventTopic.Of("ReportAccepted(bytes32,uint64,uint8,bytes32,bytes32,bool)")] = PolicyEvents.ReportAccepted,
        [EventTopic.Of("ViolationReported(bytes32,uint64,uint8,bytes32,uint256,address,bytes32,address,uint256,uint256,uint8,uint256[])")] =
            PolicyEvents.ViolationReported,
        [EventTopic.Of("Deposited(bytes32,address,uint256)")] = FundEvents.Deposited,
        [EventTopic.Of("Withdrawn(bytes32,address,uint256)")] = FundEvents.Withdrawn,
        [EventTopic.Of("CapsSet(bytes32,uint256,uint16,uint48,uint8)")] = FundEvents.CapsSet,
        [EventTopic.Of("RelayRefunded(bytes32,address,uint256)")] = FundEvents.RelayRefunded,
        [EventTopic.Of("EmergencyPosted(bytes32,bytes32,address)")] = BoardEvents.Posted,
        [EventTopic.Of("EmergencyPublished(bytes32,bytes32,bytes)")] = BoardEvents.Published,
        [EventTopic.Of("EmergencyAcknowledged(bytes32,bytes32,address)")] = BoardEvents.Acknowledged,
        [EventTopic.Of("EmergencyResolved(bytes32,bytes32,address)")] = BoardEvents.Resolved,
    }.ToFrozenDictionary();

    /// <summary>The first topics of every event that is read.</summary>
    public static IReadOnlyList<Bytes32> Topics => Decoders.Keys;

    /// <summary>False where the log is none of the events, or malformed.</summary>
    public static bool TryDecode(LogEntry log, [NotNullWhen(true)] out ChainEvent? chainEvent)
    {
        chainEvent = log.Topics.Count > 1 && Decoders.TryGetValue(log.Topics[0], out var decode) ? decode(log) : null;
        if (chainEvent is null)
        {
            return false;
        }

        chainEvent = chainEvent with
        {
            Contract = log.Address,
            Position = new EventPosition(log.BlockNumber, log.BlockHash, log.LogIndex, log.TransactionHash),
        };
        return true;
    }
}
