using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>Calldata of <c>EmergencyBoard</c>.</summary>
public static class EmergencyBoardCalls
{
    private static readonly FunctionSelector PostSelector = FunctionSelector.Of("post(bytes32,bytes32)");
    private static readonly FunctionSelector PublishSelector = FunctionSelector.Of("publish(bytes32,bytes)");
    private static readonly FunctionSelector AcknowledgeSelector = FunctionSelector.Of("acknowledge(bytes32,bytes32)");
    private static readonly FunctionSelector ResolveSelector = FunctionSelector.Of("resolve(bytes32,bytes32)");

    public static byte[] Post(Bytes32 communityId, Bytes32 emergencyHash) =>
        new AbiWriter().Bytes32(communityId).Bytes32(emergencyHash).ToCall(PostSelector);

    public static byte[] Publish(Bytes32 communityId, ReadOnlySpan<byte> ciphertext) =>
        new AbiWriter().Bytes32(communityId).Bytes(ciphertext).ToCall(PublishSelector);

    public static byte[] Acknowledge(Bytes32 communityId, Bytes32 emergencyHash) =>
        new AbiWriter().Bytes32(communityId).Bytes32(emergencyHash).ToCall(AcknowledgeSelector);

    public static byte[] Resolve(Bytes32 communityId, Bytes32 emergencyHash) =>
        new AbiWriter().Bytes32(communityId).Bytes32(emergencyHash).ToCall(ResolveSelector);
}
