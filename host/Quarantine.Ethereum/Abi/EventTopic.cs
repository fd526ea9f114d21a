using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Abi;

/// <summary>The topics of logs.</summary>
public static class EventTopic
{
    /// <summary>The first topic of a (not anonymous) event: keccak256 of its canonical signature, such as <c>Transfer(address,address,uint256)</c>.</summary>
    public static Bytes32 Of(string signature) => AbiSignature.Hash(signature);

    /// <summary>The topic of an indexed <c>string</c>: its hash, from which the text cannot be had back.</summary>
    public static Bytes32 OfIndexed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Keccak256.Hash(StrictUtf8.Encoding.GetBytes(text));
    }

    /// <summary>The topic of indexed <c>bytes</c>: their hash.</summary>
    public static Bytes32 OfIndexed(ReadOnlySpan<byte> bytes) => Keccak256.Hash(bytes);
}
