using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.Chain.Events;

/// <summary>Events of <c>QuarantinePolicy</c>; null where the log does not hold one.</summary>
internal static class PolicyEvents
{
    public static ChainEvent? ReportAccepted(LogEntry log)
    {
        return LogFields.TryUInt64(log, out var slot) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = TryReadKind(ref reader, out var kind) & reader.TryReadBytes32(out var tag)
                & reader.TryReadBytes32(out var state) & reader.TryReadBool(out var compliant);
            value = new ReportAccepted(log.Topics[1], slot, kind, tag, state, compliant);
            return ok;
        }
    }

    public static ChainEvent? ViolationReported(LogEntry log)
    {
        return LogFields.TryUInt64(log, out var slot)
            && LogFields.TryDecode(log, (ref AbiReader reader, out ViolationReported? value) => TryReadViolation(ref reader, log, slot, out value), out var read)
            ? read
            : null;
    }

    private static bool TryReadViolation(ref AbiReader reader, LogEntry log, ulong slot, out ViolationReported? value)
    {
        value = null;
        if (!TryReadKind(ref reader, out var kind)
            || !reader.TryReadBytes32(out var state)
            || !LogFields.TryReadIndex(ref reader, out var page)
            || !reader.TryReadAddress(out var ringCode)
            || !reader.TryReadBytes32(out var ringCodeHash)
            || !reader.TryReadAddress(out var relay)
            || !reader.TryReadBytes32(out var c0)
            || !reader.TryReadBytes32(out var tagX)
            || !reader.TryReadUInt8(out var parity)
            || !reader.TryReadArray((ref AbiReader z, out Bytes32 word) => z.TryReadBytes32(out word), out var responses)
            || responses.Length is 0 or > Ring.MaximumCount)
        {
            return false;
        }

        var signature = new LsagSignature(c0, new Tag(tagX, parity), responses);
        var report = new SignedReport(log.Address, log.Topics[1], kind, slot, state, page, signature);
        value = new ViolationReported(log.Topics[1], slot, ringCode, ringCodeHash, relay, report);
        return true;
    }

    private static bool TryReadKind(ref AbiReader reader, out ReportKind kind)
    {
        var ok = reader.TryReadUInt8(out var number) && number <= (byte)ReportKind.Alert;
        kind = (ReportKind)number;
        return ok;
    }
}
