using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>An officer's leave for a household to go out; checked by its gateway alone and never told on.</summary>
/// <param name="Gateway">The gateway's account.</param>
/// <param name="From">Unix seconds, first moment.</param>
/// <param name="Until">Unix seconds, first moment after it.</param>
public sealed record Permit(Address Gateway, ulong From, ulong Until)
{
    private static readonly TypedDataType Type = new("Permit(address gateway,uint64 from,uint64 until)");

    /// <summary>What the officer signs.</summary>
    public Bytes32 Digest(TypedDataDomain domain) =>
        domain.Digest(Type.Hash(TypedDataWord.Of(Gateway), TypedDataWord.Of(From), TypedDataWord.Of(Until)));
}
