using System.Numerics;
using Quarantine.Chain.Funding;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>Calldata of <c>RelayFund</c>.</summary>
public static class RelayFundCalls
{
    private static readonly FunctionSelector DepositSelector = FunctionSelector.Of("deposit(bytes32)");
    private static readonly FunctionSelector WithdrawSelector = FunctionSelector.Of("withdraw(bytes32,address,uint256)");
    private static readonly FunctionSelector SetCapsSelector = FunctionSelector.Of("setCaps(bytes32,(uint256,uint16,uint48,uint8))");

    /// <summary>Prepays a community's balance by what is sent with the call.</summary>
    public static byte[] Deposit(Bytes32 communityId) => new AbiWriter().Bytes32(communityId).ToCall(DepositSelector);

    public static byte[] Withdraw(Bytes32 communityId, Address to, BigInteger wei) =>
        new AbiWriter().Bytes32(communityId).Address(to).UInt256(wei).ToCall(WithdrawSelector);

    public static byte[] SetCaps(Bytes32 communityId, RefundCaps caps) =>
        new AbiWriter()
            .Bytes32(communityId)
            .Tuple(tuple => tuple.UInt256(caps.PerReport).UInt16(caps.ReportsPerSlot).UInt(caps.PriorityFee, 48).UInt8(caps.MarginPercent))
            .ToCall(SetCapsSelector);
}
