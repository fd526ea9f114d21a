using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>A report that a policy did not accept among the others of a batch.</summary>
/// <param name="Index">Its position in the batch.</param>
/// <param name="Reason">What the policy would have refused the report with by itself.</param>
public sealed record BatchRefusal(int Index, RevertData Reason)
{
    private static readonly Bytes32 Topic = EventTopic.Of("ReportRefused(uint256,bytes)");

    /// <summary>The refusals that a policy tells of in a transaction's logs, in the batch's order. What is malformed or another's is passed over.</summary>
    public static IReadOnlyList<BatchRefusal> Read(Address policy, IReadOnlyList<LogEntry> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        return [.. logs.Where(log => log.Is(policy, Topic, indexedParameters: 0)).Select(Read).OfType<BatchRefusal>()];
    }

    private static BatchRefusal? Read(LogEntry log) => AbiReader.TryDecode<BatchRefusal>(log.Data.Span, TryRead, out var refusal) ? refusal : null;

    private static bool TryRead(ref AbiReader reader, out BatchRefusal refusal)
    {
        var ok = reader.TryReadUInt256(out var index) & reader.TryReadBytes(out byte[]? reason) && index <= int.MaxValue;
        refusal = new BatchRefusal(ok ? (int)index : 0, new RevertData(reason));
        return ok;
    }
}
