using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Events;

/// <summary>Events of <c>EmergencyBoard</c>; null where the log does not hold one.</summary>
internal static class BoardEvents
{
    public static ChainEvent? Posted(LogEntry log) =>
        TryReadBy(log, out var hash, out var relay) ? new EmergencyPosted(log.Topics[1], hash, relay) : null;

    public static ChainEvent? Published(LogEntry log) =>
        LogFields.TryWord(log, out var hash)
        && LogFields.TryDecode(log, (ref AbiReader reader, out byte[]? value) => reader.TryReadBytes(out value), out var ciphertext)
            ? new EmergencyPublished(log.Topics[1], hash, ciphertext)
            : null;

    public static ChainEvent? Acknowledged(LogEntry log) =>
        TryReadBy(log, out var hash, out var worker) ? new EmergencyAcknowledged(log.Topics[1], hash, worker) : null;

    public static ChainEvent? Resolved(LogEntry log) =>
        TryReadBy(log, out var hash, out var worker) ? new EmergencyResolved(log.Topics[1], hash, worker) : null;

    private static bool TryReadBy(LogEntry log, out Bytes32 hash, out Address account)
    {
        account = default;
        return LogFields.TryWord(log, out hash)
            && LogFields.TryDecode(log, (ref AbiReader reader, out Address value) => reader.TryReadAddress(out value), out account);
    }
}
