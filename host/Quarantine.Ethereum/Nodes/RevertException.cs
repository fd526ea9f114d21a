using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.Nodes;

/// <summary>A contract refused a call.</summary>
public sealed class RevertException(RevertData revert) : Exception($"The call reverted: {revert}")
{
    /// <summary>What the contract gave back, to be compared with its custom errors.</summary>
    public RevertData Revert { get; } = revert;
}
