using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;

namespace Quarantine.Messages.Reports;

/// <summary>
/// A signed report as bytes: policy 20, community 32, kind 1, slot u64, state 32, page u32, then the ring signature's own encoding;
/// numbers big-endian.
/// </summary>
public static class SignedReportCodec
{
    private const int KindOffset = Address.Length + Bytes32.Length;
    private const int SlotOffset = KindOffset + 1;
    private const int StateOffset = SlotOffset + 8;
    private const int PageOffset = StateOffset + Bytes32.Length;
    private const int SignatureOffset = PageOffset + 4;

    public static byte[] Encode(SignedReport report)
    {
        var signature = report.Signature.ToArray();
        var bytes = new byte[SignatureOffset + signature.Length];
        report.Policy.CopyTo(bytes);
        report.CommunityId.CopyTo(bytes.AsSpan(Address.Length));
        bytes[KindOffset] = (byte)report.Kind;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(SlotOffset), report.Slot);
        report.State.CopyTo(bytes.AsSpan(StateOffset));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(PageOffset), checked((uint)report.Page));
        signature.CopyTo(bytes.AsSpan(SignatureOffset));
        return bytes;
    }

    /// <summary>False for another length, an unknown kind or a malformed signature. Nothing is verified.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedReport? report)
    {
        report = null;
        if (bytes.Length <= SignatureOffset
            || bytes[KindOffset] > (byte)ReportKind.Alert
            || !LsagSignature.TryParse(bytes[SignatureOffset..], out var signature))
        {
            return false;
        }

        report = new SignedReport(
            new Address(bytes[..Address.Length]),
            new Bytes32(bytes[Address.Length..KindOffset]),
            (ReportKind)bytes[KindOffset],
            BinaryPrimitives.ReadUInt64BigEndian(bytes[SlotOffset..]),
            new Bytes32(bytes[StateOffset..PageOffset]),
            BinaryPrimitives.ReadUInt32BigEndian(bytes[PageOffset..]),
            signature);
        return true;
    }
}
