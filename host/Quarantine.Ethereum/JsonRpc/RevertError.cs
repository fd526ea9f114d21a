using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Tells a reverted call from another error: by code 3 (geth, Erigon, reth, anvil) or the word (Besu, Nethermind).</summary>
internal static class RevertError
{
    private const int ExecutionReverted = 3;

    /// <summary>What the call gave back; null where the error is another.</summary>
    internal static RevertData? Of(JsonRpcError? error)
    {
        var reverted = error?.Code == ExecutionReverted || error?.Message.Contains("revert", StringComparison.OrdinalIgnoreCase) == true;
        return reverted ? new RevertData(error!.Data ?? default) : null;
    }
}
