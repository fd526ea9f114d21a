using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Communities;

/// <summary>A pandemic prevention worker of a community.</summary>
/// <param name="Account">The account that acknowledges and resolves.</param>
/// <param name="KeyX">x of the key that emergencies are sealed to.</param>
/// <param name="KeyY">y of that key.</param>
/// <param name="OnDuty">Whether the worker answers at present.</param>
public sealed record Worker(Address Account, Bytes32 KeyX, Bytes32 KeyY, bool OnDuty);
