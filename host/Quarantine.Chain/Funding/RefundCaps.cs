using System.Numerics;

namespace Quarantine.Chain.Funding;

/// <summary>What relays of a community are refunded at most. All zero, as before an officer sets them: nothing.</summary>
/// <param name="PerReport">Wei a report; the contract keeps whole gwei, rounded down, at most 2^40 - 1.</param>
/// <param name="ReportsPerSlot">Reports refunded in one local day.</param>
/// <param name="PriorityFee">Wei a unit of gas above the block's base fee, below 2^48.</param>
/// <param name="MarginPercent">What a relay gets on top of its gas, at most 10.</param>
public sealed record RefundCaps(BigInteger PerReport, ushort ReportsPerSlot, BigInteger PriorityFee, byte MarginPercent);
