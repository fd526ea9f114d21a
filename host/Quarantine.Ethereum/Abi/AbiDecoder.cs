namespace Quarantine.Ethereum.Abi;

/// <summary>Reads one value from <paramref name="reader"/>; false where the bytes do not hold it.</summary>
public delegate bool AbiDecoder<T>(ref AbiReader reader, out T value);
