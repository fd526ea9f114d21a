using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;

namespace Quarantine.Chain.Contracts;

/// <summary>Calldata of <c>QuarantinePolicy</c> and what its views return.</summary>
public static class QuarantinePolicyCalls
{
    private static readonly FunctionSelector ReportSelector =
        FunctionSelector.Of("report(bytes32,uint8,uint64,bytes32,uint256,uint256,uint256,uint8,uint256[])");

    private static readonly FunctionSelector ReportBatchSelector =
        FunctionSelector.Of("reportBatch((bytes32,uint8,uint64,bytes32,uint256,uint256,uint256,uint8,uint256[])[])");

    private static readonly FunctionSelector IsSpentSelector = FunctionSelector.Of("isSpent(bytes32,uint8,uint64,uint256)");

    /// <summary>Calldata of the view of the limits.</summary>
    public static byte[] Thresholds() => FunctionSelector.Of("thresholds()").ToArray();

    /// <summary>Calldata of the view whether the policy has alerts.</summary>
    public static byte[] Alerts() => FunctionSelector.Of("alerts()").ToArray();

    public static byte[] Report(SignedReport report) => Write(new AbiWriter(), report).ToCall(ReportSelector);

    /// <summary>Several reports of one policy in one transaction, each accepted or refused by itself.</summary>
    public static byte[] ReportBatch(IReadOnlyCollection<SignedReport> reports) =>
        new AbiWriter().Array(reports, (writer, report) => writer.Tuple(tuple => Write(tuple, report))).ToCall(ReportBatchSelector);

    public static byte[] IsSpent(Bytes32 communityId, ReportKind kind, ulong slot, Bytes32 tagX) =>
        new AbiWriter().Bytes32(communityId).UInt8((byte)kind).UInt64(slot).Bytes32(tagX).ToCall(IsSpentSelector);

    /// <summary>Reads what <see cref="Thresholds"/> and <see cref="Alerts"/> returned.</summary>
    public static bool TryReadThresholds(ReadOnlySpan<byte> thresholds, ReadOnlySpan<byte> alerts, out PolicyThresholds? value)
    {
        value = null;
        return AbiReader.TryDecode(alerts, (ref AbiReader reader, out bool on) => reader.TryReadBool(out on), out var hasAlerts)
            && AbiReader.TryDecode(
                thresholds,
                (ref AbiReader reader, out PolicyThresholds? read) =>
                {
                    var ok = reader.TryReadUInt16(out var trips) & reader.TryReadUInt16(out var minutes)
                        & reader.TryReadUInt16(out var longest) & reader.TryReadUInt16(out var visits);
                    read = new PolicyThresholds(trips, minutes, longest, visits, hasAlerts);
                    return ok;
                },
                out value);
    }

    private static AbiWriter Write(AbiWriter writer, SignedReport report) =>
        writer
            .Bytes32(report.CommunityId)
            .UInt8((byte)report.Kind)
            .UInt64(report.Slot)
            .Bytes32(report.State)
            .UInt64(report.Page)
            .Bytes32(report.Signature.C0)
            .Bytes32(report.Signature.Tag.X)
            .UInt8(report.Signature.Tag.Parity)
            .Array(report.Signature.Z.ToArray(), (array, z) => array.Bytes32(z));
}
