using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keystore;

/// <summary>A keystore's members.</summary>
/// <param name="Address">Null where the file does not name it.</param>
/// <param name="Iv">AES-128-CTR's first counter block, 16 bytes.</param>
/// <param name="Ciphertext">32 bytes.</param>
/// <param name="Mac">keccak256 of the derived key's second half and the ciphertext.</param>
/// <param name="Derivation">From the password.</param>
internal sealed record KeystoreContent(Address? Address, ReadOnlyMemory<byte> Iv, ReadOnlyMemory<byte> Ciphertext, Bytes32 Mac, KeyDerivation Derivation);
