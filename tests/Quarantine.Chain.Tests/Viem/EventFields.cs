using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>What an event of this library says, under the names that the contracts give it.</summary>
internal static class EventFields
{
    internal static JsonObject Of(ChainEvent chainEvent)
    {
        var fields = chainEvent switch
        {
            CommunityCreated e => Fields(("utcOffset", (long)e.UtcOffset.TotalSeconds), ("pageSize", e.PageSize), ("minimumRing", e.MinimumRing)),
            MemberAdmitted e => Fields(
                ("gateway", e.Gateway), ("issuedAt", e.IssuedAt), ("expiresAt", e.ExpiresAt),
                ("ringX", e.RingX), ("sealingX", e.SealingX), ("sealingY", e.SealingY)),
            MemberRenewed e => Fields(("gateway", e.Gateway), ("issuedAt", e.IssuedAt), ("expiresAt", e.ExpiresAt)),
            MemberQueued e => Fields(("gateway", e.Gateway), ("round", e.Round)),
            MemberRevoked e => Fields(("gateway", e.Gateway)),
            QueueClosed e => Fields(("round", e.Round), ("seedBlock", e.SeedBlock), ("poolSize", e.PoolSize), ("dissolved", e.Dissolved)),
            SeedFixed e => Fields(("round", e.Round), ("seedBlock", e.SeedBlock), ("seed", e.Seed)),
            SeedPostponed e => Fields(("round", e.Round), ("seedBlock", e.SeedBlock)),
            PageCut e => Fields(("page", e.Page), ("round", e.Round), ("code", e.Code), ("codeHash", e.CodeHash), ("fromSlot", e.FromSlot)),
            PageDissolved e => Fields(("page", e.Page), ("untilSlot", e.UntilSlot)),
            PolicyScheduled e => Fields(("policy", e.Policy), ("fromSlot", e.FromSlot)),
            WorkerRegistered e => Fields(("worker", e.Worker), ("keyX", e.KeyX), ("keyY", e.KeyY)),
            WorkerDutyChanged e => Fields(("worker", e.Worker), ("onDuty", e.OnDuty)),
            WorkerRemoved e => Fields(("worker", e.Worker)),
            ReportAccepted e => Fields(("slot", e.Slot), ("kind", (int)e.Kind), ("tag", e.TagX), ("state", e.State), ("compliant", e.Compliant)),
            ViolationReported e => OfViolation(e),
            Deposited e => Fields(("from", e.From), ("amount", e.Amount)),
            Withdrawn e => Fields(("to", e.To), ("amount", e.Amount)),
            CapsSet e => Fields(
                ("perReport", e.PerReport), ("reportsPerSlot", e.ReportsPerSlot), ("priorityFee", e.PriorityFee), ("marginPercent", e.MarginPercent)),
            RelayRefunded e => Fields(("relay", e.Relay), ("amount", e.Amount)),
            EmergencyPosted e => Fields(("emergencyHash", e.EmergencyHash), ("relay", e.Relay)),
            EmergencyPublished e => Fields(("emergencyHash", e.EmergencyHash), ("ciphertext", e.Ciphertext)),
            EmergencyAcknowledged e => Fields(("emergencyHash", e.EmergencyHash), ("worker", e.Worker)),
            EmergencyResolved e => Fields(("emergencyHash", e.EmergencyHash), ("worker", e.Worker)),
            _ => throw new ArgumentException($"No names are known for {chainEvent.GetType().Name}.", nameof(chainEvent)),
        };
        fields["communityId"] = AbiText.Of(chainEvent.CommunityId);
        return fields;
    }

    private static JsonObject OfViolation(ViolationReported e)
    {
        var signature = e.Report.Signature;
        Assert.Equal((e.Slot, e.CommunityId, e.Contract), (e.Report.Slot, e.Report.CommunityId, e.Report.Policy));
        return Fields(
            ("slot", e.Slot), ("kind", (int)e.Report.Kind), ("state", e.Report.State), ("page", e.Report.Page), ("ringCode", e.RingCode),
            ("ringCodeHash", e.RingCodeHash), ("relay", e.Relay), ("c0", signature.C0.ToBigInteger()), ("tagX", signature.Tag.X.ToBigInteger()),
            ("tagParity", signature.Tag.Parity), ("z", signature.Z.ToArray().Select(z => z.ToBigInteger())));
    }

    private static JsonObject Fields(params ReadOnlySpan<(string Name, object Value)> fields) => AbiText.Object(fields);
}
