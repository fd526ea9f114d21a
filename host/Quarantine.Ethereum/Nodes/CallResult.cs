using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.Nodes;

/// <summary>The result of a simulated call: return data, or what the revert gave back.</summary>
public sealed class CallResult
{
    private readonly ReadOnlyMemory<byte> _returnData;

    private CallResult(ReadOnlyMemory<byte> returnData, RevertData? revert)
    {
        _returnData = returnData;
        Revert = revert;
    }

    /// <summary>Null where the call succeeded.</summary>
    public RevertData? Revert { get; }

    /// <summary>What the call returned. Throws <see cref="RevertException"/> where it reverted.</summary>
    public ReadOnlyMemory<byte> ReturnDataOrThrow() => Revert is null ? _returnData : throw new RevertException(Revert);

    public static CallResult Returned(ReadOnlyMemory<byte> data) => new(data, null);

    public static CallResult Reverted(RevertData revert)
    {
        ArgumentNullException.ThrowIfNull(revert);
        return new CallResult(default, revert);
    }
}
