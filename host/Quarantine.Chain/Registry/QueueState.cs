using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Registry;

/// <summary>A community's queue, and the round that is closed but not yet cut.</summary>
/// <param name="OpenRound">The round that admissions join.</param>
/// <param name="Queued">How many joined it.</param>
/// <param name="PoolSize">Keys of the closed round <paramref name="OpenRound"/> - 1; 0 where no round waits to be cut.</param>
/// <param name="SeedBlock">The block whose hash orders the closed round.</param>
/// <param name="Seed">Zero until it is fixed.</param>
public sealed record QueueState(ulong OpenRound, ulong Queued, ulong PoolSize, ulong SeedBlock, Bytes32 Seed)
{
    /// <summary>Whether a closed round waits to be cut.</summary>
    public bool IsClosed => PoolSize != 0;

    /// <summary>The closed round.</summary>
    public ulong ClosedRound => OpenRound - 1;
}
