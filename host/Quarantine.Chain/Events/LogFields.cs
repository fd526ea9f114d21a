using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Events;

/// <summary>Indexed parameters of a log as the contracts' types.</summary>
internal static class LogFields
{
    /// <summary>The second indexed parameter as address; false where the log has another number of indexed parameters.</summary>
    public static bool TryAddress(LogEntry log, out Address address)
    {
        address = default;
        return log.Topics.Count == 3 && Address.TryFromWord(log.Topics[2], out address);
    }

    /// <summary>The second indexed parameter as uint64.</summary>
    public static bool TryUInt64(LogEntry log, out ulong value)
    {
        value = 0;
        return log.Topics.Count == 3 && TryUInt64(log.Topics[2].ToBigInteger(), out value);
    }

    public static bool TryWord(LogEntry log, out Bytes32 word)
    {
        word = log.Topics.Count == 3 ? log.Topics[2] : default;
        return log.Topics.Count == 3;
    }

    /// <summary>A uint256 that this program counts in 64 bits: indices, block numbers, rounds.</summary>
    public static bool TryReadIndex(ref AbiReader reader, out ulong value)
    {
        value = 0;
        return reader.TryReadUInt256(out var number) && TryUInt64(number, out value);
    }

    public static bool TryDecode<T>(LogEntry log, AbiDecoder<T> decode, [MaybeNullWhen(false)] out T value) =>
        AbiReader.TryDecode(log.Data.Span, decode, out value);

    public static bool TryDecodeEvent(LogEntry log, AbiDecoder<ChainEvent> decode, [NotNullWhen(true)] out ChainEvent? read) =>
        AbiReader.TryDecode(log.Data.Span, decode, out read);

    private static bool TryUInt64(BigInteger number, out ulong value)
    {
        var fits = number <= ulong.MaxValue;
        value = fits ? (ulong)number : 0;
        return fits;
    }
}
