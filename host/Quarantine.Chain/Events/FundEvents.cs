using System.Numerics;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Events;

/// <summary>Events of <c>RelayFund</c>; null where the log does not hold one.</summary>
internal static class FundEvents
{
    public static ChainEvent? Deposited(LogEntry log) =>
        TryReadPayment(log, out var from, out var amount) ? new Deposited(log.Topics[1], from, amount) : null;

    public static ChainEvent? Withdrawn(LogEntry log) =>
        TryReadPayment(log, out var to, out var amount) ? new Withdrawn(log.Topics[1], to, amount) : null;

    public static ChainEvent? RelayRefunded(LogEntry log) =>
        TryReadPayment(log, out var relay, out var amount) ? new RelayRefunded(log.Topics[1], relay, amount) : null;

    public static ChainEvent? CapsSet(LogEntry log)
    {
        return log.Topics.Count == 2 && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadUInt256(out var perReport) & reader.TryReadUInt16(out var reports)
                & reader.TryReadUInt(48, out var priorityFee) & reader.TryReadUInt8(out var margin);
            value = new CapsSet(log.Topics[1], perReport, reports, priorityFee, margin);
            return ok;
        }
    }

    private static bool TryReadPayment(LogEntry log, out Address account, out BigInteger amount)
    {
        amount = default;
        return LogFields.TryAddress(log, out account)
            && LogFields.TryDecode(log, static (ref AbiReader reader, out BigInteger value) => reader.TryReadUInt256(out value), out amount);
    }
}
