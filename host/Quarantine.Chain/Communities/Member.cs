using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Communities;

/// <summary>A gateway that the registry admitted.</summary>
/// <param name="Gateway">Its account.</param>
/// <param name="IssuedAt">Of the house number in force, Unix seconds.</param>
/// <param name="ExpiresAt">Release date, Unix seconds.</param>
/// <param name="RingX">Its ring key.</param>
/// <param name="SealingX">Its sealing key's x.</param>
/// <param name="SealingY">Its sealing key's y.</param>
/// <param name="Revoked">Whether an officer revoked it.</param>
public sealed record Member(
    Address Gateway, ulong IssuedAt, ulong ExpiresAt, Bytes32 RingX, Bytes32 SealingX, Bytes32 SealingY, bool Revoked)
{
    /// <summary>Neither revoked nor past its release date.</summary>
    public bool IsValidAt(DateTimeOffset now) => !Revoked && ExpiresAt > (ulong)Math.Max(0, now.ToUnixTimeSeconds());
}
