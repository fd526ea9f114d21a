using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Transactions;

/// <summary>An account, and slots of its storage, that a transaction announces to touch (EIP-2930).</summary>
public sealed record AccessListEntry(Address Address, IReadOnlyList<Bytes32> StorageKeys);
