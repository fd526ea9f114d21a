using System.Numerics;
using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.TypedData;

/// <summary>The word that stands for a value in <see cref="TypedDataType.Hash"/> (EIP-712, encodeData).</summary>
public static class TypedDataWord
{
    /// <summary>string: the hash of its UTF-8.</summary>
    public static Bytes32 Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Keccak256.Hash(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>bytes: their hash.</summary>
    public static Bytes32 Of(ReadOnlySpan<byte> bytes) => Keccak256.Hash(bytes);

    /// <summary>address.</summary>
    public static Bytes32 Of(Address address) => address.ToWord();

    /// <summary>bool.</summary>
    public static Bytes32 Of(bool value) => Bytes32.FromUInt64(value ? 1UL : 0UL);

    /// <summary>uint8 to uint64.</summary>
    public static Bytes32 Of(ulong value) => Bytes32.FromUInt64(value);

    /// <summary>uint72 to uint256; negative or larger values throw.</summary>
    public static Bytes32 Of(BigInteger value) => Bytes32.FromBigInteger(value);

    /// <summary>An array: the hash of its elements' words.</summary>
    public static Bytes32 OfArray(ReadOnlySpan<Bytes32> elements)
    {
        var preimage = new byte[elements.Length * Bytes32.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i].CopyTo(preimage.AsSpan(i * Bytes32.Length));
        }

        return Keccak256.Hash(preimage);
    }
}
