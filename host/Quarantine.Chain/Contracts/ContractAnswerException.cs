using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>What stands at an address does not answer as the contract that is expected there.</summary>
public sealed class ContractAnswerException(Address contract, string call)
    : Exception($"What stands at {contract} does not answer {call} as the contract that is expected there.")
{
    public Address Contract { get; } = contract;
}
