using System.Numerics;
using System.Text.Json.Nodes;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Funding;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>Every builder of calldata, with arguments that are all different, and with the least and the most that it takes.</summary>
internal static class BoundCalls
{
    private static readonly Bytes32 Id = TestCommunity.Id;
    private static readonly Address Account = Address.Parse("0x00000000000000000000000000000000000000aa");
    private static readonly Bytes32 X = Bytes32.FromUInt64(77);
    private static readonly Bytes32 Y = Bytes32.FromBigInteger((BigInteger.One << 256) - 5);

    internal static IEnumerable<BoundCall> All() => [.. Registry(), .. Admissions(), .. Policy(), .. Fund(), .. Board()];

    private static IEnumerable<BoundCall> Registry()
    {
        foreach (var hours in new[] { -12, 0, 14 })
        {
            yield return Of(
                nameof(CommunityRegistryCalls.CreateCommunity),
                CommunityRegistryCalls.CreateCommunity(Id, TimeSpan.FromHours(hours), 57, 8),
                ("communityId", Id), ("utcOffset", hours * 3_600), ("pageSize", 57), ("minimumRing", 8));
        }

        yield return Of(
            nameof(CommunityRegistryCalls.SchedulePolicy),
            CommunityRegistryCalls.SchedulePolicy(Id, Account, ulong.MaxValue),
            ("communityId", Id), ("policy", Account), ("fromSlot", ulong.MaxValue));
        yield return Of(nameof(CommunityRegistryCalls.Revoke), CommunityRegistryCalls.Revoke(Id, Account), ("communityId", Id), ("gateway", Account));
        foreach (var pages in new ulong[][] { [], [0], [3, ulong.MaxValue, 1] })
        {
            yield return Of(
                nameof(CommunityRegistryCalls.CloseQueue), CommunityRegistryCalls.CloseQueue(Id, pages), ("communityId", Id), ("dissolved", pages));
        }

        foreach (var keys in new Bytes32[][] { [], [X], [Y, X] })
        {
            yield return Of(
                nameof(CommunityRegistryCalls.CutPages), CommunityRegistryCalls.CutPages(Id, keys), ("communityId", Id), ("ringKeys", keys));
        }

        yield return Of(nameof(CommunityRegistryCalls.FixSeed), CommunityRegistryCalls.FixSeed(Id), ("communityId", Id));
        yield return Of(nameof(CommunityRegistryCalls.PostponeSeed), CommunityRegistryCalls.PostponeSeed(Id), ("communityId", Id));
        yield return Of(
            nameof(CommunityRegistryCalls.RegisterWorker),
            CommunityRegistryCalls.RegisterWorker(Id, Account, X, Y),
            ("communityId", Id), ("worker", Account), ("keyX", X), ("keyY", Y));
        yield return Of(
            nameof(CommunityRegistryCalls.RotateWorkerKey), CommunityRegistryCalls.RotateWorkerKey(Id, X, Y), ("communityId", Id), ("keyX", X), ("keyY", Y));
        foreach (var onDuty in new[] { true, false })
        {
            yield return Of(
                nameof(CommunityRegistryCalls.SetWorkerDuty),
                CommunityRegistryCalls.SetWorkerDuty(Id, Account, onDuty),
                ("communityId", Id), ("worker", Account), ("onDuty", onDuty));
        }

        yield return Of(nameof(CommunityRegistryCalls.RemoveWorker), CommunityRegistryCalls.RemoveWorker(Id, Account), ("communityId", Id), ("worker", Account));
        yield return Of(nameof(CommunityRegistryCalls.OfferHandOver), CommunityRegistryCalls.OfferHandOver(Account), ("successor", Account));
        yield return Of(nameof(CommunityRegistryCalls.AcceptHandOver), CommunityRegistryCalls.AcceptHandOver(Account), ("officer", Account));

        static BoundCall Of(string builder, byte[] data, params (string Name, object Value)[] arguments) =>
            Call(typeof(CommunityRegistryCalls), builder, "CommunityRegistry", data, arguments);
    }

    private static IEnumerable<BoundCall> Admissions()
    {
        foreach (var count in new[] { 0, 1, 3 })
        {
            var admissions = Enumerable.Range(1, count).Select(AdmissionOf).ToList();
            yield return Call(
                typeof(CommunityRegistryCalls), nameof(CommunityRegistryCalls.Admit), "CommunityRegistry",
                CommunityRegistryCalls.Admit(admissions), ("admissions", admissions.Select(Text)));
        }

        var number = AdmissionOf(7).HouseNumber;
        yield return Call(
            typeof(CommunityRegistryCalls), nameof(CommunityRegistryCalls.Renew), "CommunityRegistry",
            CommunityRegistryCalls.Renew(number), ("houseNumber", Text(number.HouseNumber)), ("officerSignature", number.OfficerSignature.ToArray()));
    }

    private static IEnumerable<BoundCall> Policy()
    {
        SignedReport[] reports = [Report(1, ReportKind.Daily, 0), Report(8, ReportKind.Alert, ulong.MaxValue), Report(64, ReportKind.Daily, 20_000)];
        foreach (var policy in new[] { "GeneralQuarantine", "ModerateQuarantine", "StrongQuarantine" })
        {
            foreach (var report in reports)
            {
                var arguments = Text(report).Select(member => (member.Key, (object)member.Value!.DeepClone())).ToArray();
                yield return Of(nameof(QuarantinePolicyCalls.Report), policy, QuarantinePolicyCalls.Report(report), arguments);
            }

            for (var count = 0; count <= reports.Length; count++)
            {
                var batch = reports[..count];
                yield return Of(
                    nameof(QuarantinePolicyCalls.ReportBatch), policy, QuarantinePolicyCalls.ReportBatch(batch), ("reports", batch.Select(Text)));
            }

            yield return Of(
                nameof(QuarantinePolicyCalls.IsSpent), policy, QuarantinePolicyCalls.IsSpent(Id, ReportKind.Alert, 3, Y),
                ("communityId", Id), ("kind", 1), ("slot", 3), ("tagX", Y.ToBigInteger()));
            yield return Of(nameof(QuarantinePolicyCalls.Thresholds), policy, QuarantinePolicyCalls.Thresholds());
            yield return Of(nameof(QuarantinePolicyCalls.Alerts), policy, QuarantinePolicyCalls.Alerts());
        }

        static BoundCall Of(string builder, string contract, byte[] data, params (string Name, object Value)[] arguments) =>
            Call(typeof(QuarantinePolicyCalls), builder, contract, data, arguments);
    }

    private static IEnumerable<BoundCall> Fund()
    {
        var most = new RefundCaps(((BigInteger.One << 40) - 1) * 1_000_000_000, ushort.MaxValue, (BigInteger.One << 48) - 1, byte.MaxValue);
        yield return Of(nameof(RelayFundCalls.Deposit), RelayFundCalls.Deposit(Id), ("communityId", Id));
        yield return Of(
            nameof(RelayFundCalls.Withdraw), RelayFundCalls.Withdraw(Id, Account, Y.ToBigInteger()),
            ("communityId", Id), ("to", Account), ("amount", Y.ToBigInteger()));
        foreach (var caps in new[] { most, new RefundCaps(1, 2, 3, 4), new RefundCaps(0, 0, 0, 0) })
        {
            var text = AbiText.Object(
                ("perReport", caps.PerReport), ("reportsPerSlot", caps.ReportsPerSlot), ("priorityFee", caps.PriorityFee), ("marginPercent", caps.MarginPercent));
            yield return Of(nameof(RelayFundCalls.SetCaps), RelayFundCalls.SetCaps(Id, caps), ("communityId", Id), ("caps", text));
        }

        static BoundCall Of(string builder, byte[] data, params (string Name, object Value)[] arguments) =>
            Call(typeof(RelayFundCalls), builder, "RelayFund", data, arguments);
    }

    private static IEnumerable<BoundCall> Board()
    {
        yield return Of(nameof(EmergencyBoardCalls.Post), EmergencyBoardCalls.Post(Id, X), ("communityId", Id), ("emergencyHash", X));
        foreach (var length in new[] { 0, 1, 31, 32, 33, 16_384 })
        {
            var ciphertext = Enumerable.Range(1, length).Select(i => (byte)i).ToArray();
            yield return Of(
                nameof(EmergencyBoardCalls.Publish), EmergencyBoardCalls.Publish(Id, ciphertext), ("communityId", Id), ("ciphertext", ciphertext));
        }

        yield return Of(nameof(EmergencyBoardCalls.Acknowledge), EmergencyBoardCalls.Acknowledge(Id, X), ("communityId", Id), ("emergencyHash", X));
        yield return Of(nameof(EmergencyBoardCalls.Resolve), EmergencyBoardCalls.Resolve(Id, X), ("communityId", Id), ("emergencyHash", X));

        static BoundCall Of(string builder, byte[] data, params (string Name, object Value)[] arguments) =>
            Call(typeof(EmergencyBoardCalls), builder, "EmergencyBoard", data, arguments);
    }

    /// <summary>A builder is named as the function that it calls.</summary>
    private static BoundCall Call(Type type, string builder, string contract, byte[] data, params (string Name, object Value)[] arguments) => new(
        $"{type.Name}.{builder}", contract, $"{char.ToLowerInvariant(builder[0])}{builder[1..]}", AbiText.Object(arguments), data);

    private static Admission AdmissionOf(int number)
    {
        using var member = TestMember.Of(number);
        var domain = RegistryDomain.Of(31_337, Account);
        var houseNumber = new VirtualHouseNumber(Id, member.Account.Address, (ulong)number, 86_400UL * (ulong)number);
        return new Admission(houseNumber.Sign(domain, member.Account), member.Request(domain, Id));
    }

    private static JsonObject Text(VirtualHouseNumber number) => AbiText.Object(
        ("communityId", number.CommunityId), ("gateway", number.Gateway), ("issuedAt", number.IssuedAt), ("expiresAt", number.ExpiresAt));

    private static JsonObject Text(Admission admission)
    {
        var request = admission.Request;
        return AbiText.Object(
            ("houseNumber", Text(admission.HouseNumber.HouseNumber)),
            ("officerSignature", admission.HouseNumber.OfficerSignature.ToArray()),
            ("ringX", request.Registration.RingX),
            ("sealingX", request.Registration.SealingX),
            ("sealingY", request.Registration.SealingY),
            ("accountSignature", request.AccountSignature.ToArray()),
            ("sealingSignature", request.SealingSignature.ToArray()),
            ("possessionCommitment", request.PossessionCommitment),
            ("possessionResponse", request.PossessionResponse.ToBigInteger()));
    }

    private static SignedReport Report(int responses, ReportKind kind, ulong slot)
    {
        var z = Enumerable.Range(1, responses).Select(i => Bytes32.FromBigInteger(Y.ToBigInteger() - i)).ToArray();
        return new SignedReport(Account, Id, kind, slot, TestCommunity.OneTrip.Pack(), ulong.MaxValue - slot, new LsagSignature(X, new Tag(Y, 1), z));
    }

    private static JsonObject Text(SignedReport report) => AbiText.Object(
        ("communityId", report.CommunityId),
        ("kind", (int)report.Kind),
        ("slot", report.Slot),
        ("state", report.State),
        ("page", report.Page),
        ("c0", report.Signature.C0.ToBigInteger()),
        ("tagX", report.Signature.Tag.X.ToBigInteger()),
        ("tagParity", report.Signature.Tag.Parity),
        ("z", report.Signature.Z.ToArray().Select(z => z.ToBigInteger())));
}
