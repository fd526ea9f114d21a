using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Chain.Contracts;

/// <summary>Calldata of <c>CommunityRegistry</c>.</summary>
public static class CommunityRegistryCalls
{
    private const string HouseNumber = "(bytes32,address,uint64,uint64)";

    private static readonly FunctionSelector CreateCommunitySelector = FunctionSelector.Of("createCommunity(bytes32,int32,uint8,uint8)");
    private static readonly FunctionSelector SchedulePolicySelector = FunctionSelector.Of("schedulePolicy(bytes32,address,uint64)");
    private static readonly FunctionSelector AdmitSelector =
        FunctionSelector.Of($"admit(({HouseNumber},bytes,bytes32,bytes32,bytes32,bytes,bytes,address,uint256)[])");

    private static readonly FunctionSelector RenewSelector = FunctionSelector.Of($"renew({HouseNumber},bytes)");
    private static readonly FunctionSelector RevokeSelector = FunctionSelector.Of("revoke(bytes32,address)");
    private static readonly FunctionSelector CloseQueueSelector = FunctionSelector.Of("closeQueue(bytes32,uint256[])");
    private static readonly FunctionSelector CutPagesSelector = FunctionSelector.Of("cutPages(bytes32,bytes32[])");
    private static readonly FunctionSelector FixSeedSelector = FunctionSelector.Of("fixSeed(bytes32)");
    private static readonly FunctionSelector PostponeSeedSelector = FunctionSelector.Of("postponeSeed(bytes32)");
    private static readonly FunctionSelector RegisterWorkerSelector = FunctionSelector.Of("registerWorker(bytes32,address,bytes32,bytes32)");
    private static readonly FunctionSelector RotateWorkerKeySelector = FunctionSelector.Of("rotateWorkerKey(bytes32,bytes32,bytes32)");
    private static readonly FunctionSelector SetWorkerDutySelector = FunctionSelector.Of("setWorkerDuty(bytes32,address,bool)");
    private static readonly FunctionSelector RemoveWorkerSelector = FunctionSelector.Of("removeWorker(bytes32,address)");
    private static readonly FunctionSelector OfferHandOverSelector = FunctionSelector.Of("offerHandOver(address)");
    private static readonly FunctionSelector AcceptHandOverSelector = FunctionSelector.Of("acceptHandOver(address)");

    /// <param name="communityId">Id, chosen by the officer.</param>
    /// <param name="utcOffset">Local time minus UTC, whole seconds.</param>
    /// <param name="pageSize">Target number of keys of a ring, at most 64.</param>
    /// <param name="minimumRing">Fewest keys of a ring.</param>
    public static byte[] CreateCommunity(Bytes32 communityId, TimeSpan utcOffset, byte pageSize, byte minimumRing) =>
        new AbiWriter().Bytes32(communityId).Int32((int)utcOffset.TotalSeconds).UInt8(pageSize).UInt8(minimumRing).ToCall(CreateCommunitySelector);

    public static byte[] SchedulePolicy(Bytes32 communityId, Address policy, ulong fromSlot) =>
        new AbiWriter().Bytes32(communityId).Address(policy).UInt64(fromSlot).ToCall(SchedulePolicySelector);

    public static byte[] Admit(IReadOnlyCollection<Admission> admissions) =>
        new AbiWriter().Array(admissions, (writer, admission) => writer.Tuple(tuple => Write(tuple, admission))).ToCall(AdmitSelector);

    public static byte[] Renew(SignedHouseNumber renewed) =>
        new AbiWriter().Tuple(tuple => Write(tuple, renewed.HouseNumber)).Bytes(renewed.OfficerSignature.ToArray()).ToCall(RenewSelector);

    public static byte[] Revoke(Bytes32 communityId, Address gateway) =>
        new AbiWriter().Bytes32(communityId).Address(gateway).ToCall(RevokeSelector);

    /// <param name="communityId">Id.</param>
    /// <param name="dissolved">Pages whose members are cut anew together with the queue.</param>
    public static byte[] CloseQueue(Bytes32 communityId, IReadOnlyCollection<ulong> dissolved) =>
        new AbiWriter().Bytes32(communityId).Array(dissolved, (writer, page) => writer.UInt64(page)).ToCall(CloseQueueSelector);

    /// <param name="communityId">Id.</param>
    /// <param name="ringKeys">The whole pool, ascending by keccak256(seed || key).</param>
    public static byte[] CutPages(Bytes32 communityId, IReadOnlyCollection<Bytes32> ringKeys) =>
        new AbiWriter().Bytes32(communityId).Array(ringKeys, (writer, key) => writer.Bytes32(key)).ToCall(CutPagesSelector);

    /// <summary>Records the seed while the chain still knows its block's hash, without cutting the pages.</summary>
    public static byte[] FixSeed(Bytes32 communityId) => new AbiWriter().Bytes32(communityId).ToCall(FixSeedSelector);

    /// <summary>Names a later seed block, where the hash of the first was lost before the pages were cut.</summary>
    public static byte[] PostponeSeed(Bytes32 communityId) => new AbiWriter().Bytes32(communityId).ToCall(PostponeSeedSelector);

    public static byte[] RegisterWorker(Bytes32 communityId, Address worker, Bytes32 keyX, Bytes32 keyY) =>
        new AbiWriter().Bytes32(communityId).Address(worker).Bytes32(keyX).Bytes32(keyY).ToCall(RegisterWorkerSelector);

    /// <summary>Gives the worker who calls another key.</summary>
    public static byte[] RotateWorkerKey(Bytes32 communityId, Bytes32 keyX, Bytes32 keyY) =>
        new AbiWriter().Bytes32(communityId).Bytes32(keyX).Bytes32(keyY).ToCall(RotateWorkerKeySelector);

    public static byte[] SetWorkerDuty(Bytes32 communityId, Address worker, bool onDuty) =>
        new AbiWriter().Bytes32(communityId).Address(worker).Bool(onDuty).ToCall(SetWorkerDutySelector);

    public static byte[] RemoveWorker(Bytes32 communityId, Address worker) =>
        new AbiWriter().Bytes32(communityId).Address(worker).ToCall(RemoveWorkerSelector);

    /// <summary>Offers the calling officer's role to a successor; the zero address takes the offer back.</summary>
    public static byte[] OfferHandOver(Address successor) => new AbiWriter().Address(successor).ToCall(OfferHandOverSelector);

    /// <summary>Moves an officer's role to the successor who calls.</summary>
    public static byte[] AcceptHandOver(Address officer) => new AbiWriter().Address(officer).ToCall(AcceptHandOverSelector);

    private static void Write(AbiWriter writer, VirtualHouseNumber number) =>
        writer.Bytes32(number.CommunityId).Address(number.Gateway).UInt64(number.IssuedAt).UInt64(number.ExpiresAt);

    private static void Write(AbiWriter writer, Admission admission)
    {
        var request = admission.Request;
        writer
            .Tuple(number => Write(number, admission.HouseNumber.HouseNumber))
            .Bytes(admission.HouseNumber.OfficerSignature.ToArray())
            .Bytes32(request.Registration.RingX)
            .Bytes32(request.Registration.SealingX)
            .Bytes32(request.Registration.SealingY)
            .Bytes(request.AccountSignature.ToArray())
            .Bytes(request.SealingSignature.ToArray())
            .Address(request.PossessionCommitment)
            .Bytes32(request.PossessionResponse);
    }
}
