using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Chain.Events;

/// <summary>Events of <c>CommunityRegistry</c>; null where the log does not hold one.</summary>
internal static class RegistryEvents
{
    public static ChainEvent? CommunityCreated(LogEntry log)
    {
        return log.Topics.Count == 2 && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadInt32(out var offset) & reader.TryReadUInt8(out var pageSize) & reader.TryReadUInt8(out var minimum);
            value = new CommunityCreated(log.Topics[1], TimeSpan.FromSeconds(offset), pageSize, minimum);
            return ok;
        }
    }

    public static ChainEvent? MemberAdmitted(LogEntry log)
    {
        return LogFields.TryAddress(log, out var gateway) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadUInt64(out var issued) & reader.TryReadUInt64(out var expires) & reader.TryReadBytes32(out var ring)
                & reader.TryReadBytes32(out var x) & reader.TryReadBytes32(out var y);
            value = new MemberAdmitted(log.Topics[1], gateway, issued, expires, ring, x, y);
            return ok;
        }
    }

    public static ChainEvent? MemberRenewed(LogEntry log)
    {
        return LogFields.TryAddress(log, out var gateway) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadUInt64(out var issued) & reader.TryReadUInt64(out var expires);
            value = new MemberRenewed(log.Topics[1], gateway, issued, expires);
            return ok;
        }
    }

    public static ChainEvent? MemberQueued(LogEntry log)
    {
        return LogFields.TryAddress(log, out var gateway) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = LogFields.TryReadIndex(ref reader, out var round);
            value = new MemberQueued(log.Topics[1], gateway, round);
            return ok;
        }
    }

    public static ChainEvent? SeedFixed(LogEntry log)
    {
        return log.Topics.Count == 2 && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = LogFields.TryReadIndex(ref reader, out var round) & LogFields.TryReadIndex(ref reader, out var block)
                & reader.TryReadBytes32(out var seed);
            value = new SeedFixed(log.Topics[1], round, block, seed);
            return ok;
        }
    }

    public static ChainEvent? SeedPostponed(LogEntry log)
    {
        return log.Topics.Count == 2 && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = LogFields.TryReadIndex(ref reader, out var round) & LogFields.TryReadIndex(ref reader, out var block);
            value = new SeedPostponed(log.Topics[1], round, block);
            return ok;
        }
    }

    public static ChainEvent? MemberRevoked(LogEntry log) =>
        LogFields.TryAddress(log, out var gateway) && log.Data.IsEmpty ? new MemberRevoked(log.Topics[1], gateway) : null;

    public static ChainEvent? QueueClosed(LogEntry log)
    {
        return log.Topics.Count == 2 && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = LogFields.TryReadIndex(ref reader, out var round) & LogFields.TryReadIndex(ref reader, out var seed)
                & LogFields.TryReadIndex(ref reader, out var size) & reader.TryReadArray<ulong>(LogFields.TryReadIndex, out var dissolved);
            value = new QueueClosed(log.Topics[1], round, seed, size, dissolved ?? []);
            return ok;
        }
    }

    public static ChainEvent? PageCut(LogEntry log)
    {
        return LogFields.TryUInt64(log, out var page) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = LogFields.TryReadIndex(ref reader, out var round) & reader.TryReadAddress(out var code)
                & reader.TryReadBytes32(out var hash) & reader.TryReadUInt64(out var from);
            value = new PageCut(log.Topics[1], page, round, code, hash, from);
            return ok;
        }
    }

    public static ChainEvent? PageDissolved(LogEntry log)
    {
        return LogFields.TryUInt64(log, out var page) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadUInt64(out var until);
            value = new PageDissolved(log.Topics[1], page, until);
            return ok;
        }
    }

    public static ChainEvent? PolicyScheduled(LogEntry log)
    {
        return LogFields.TryAddress(log, out var policy) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadUInt64(out var from);
            value = new PolicyScheduled(log.Topics[1], policy, from);
            return ok;
        }
    }

    public static ChainEvent? WorkerRegistered(LogEntry log)
    {
        return LogFields.TryAddress(log, out var worker) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadBytes32(out var x) & reader.TryReadBytes32(out var y);
            value = new WorkerRegistered(log.Topics[1], worker, x, y);
            return ok;
        }
    }

    public static ChainEvent? WorkerDutyChanged(LogEntry log)
    {
        return LogFields.TryAddress(log, out var worker) && LogFields.TryDecodeEvent(log, Read, out var read) ? read : null;

        bool Read(ref AbiReader reader, out ChainEvent value)
        {
            var ok = reader.TryReadBool(out var onDuty);
            value = new WorkerDutyChanged(log.Topics[1], worker, onDuty);
            return ok;
        }
    }

    public static ChainEvent? WorkerRemoved(LogEntry log) =>
        LogFields.TryAddress(log, out var worker) && log.Data.IsEmpty ? new WorkerRemoved(log.Topics[1], worker) : null;
}
