using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Abi;

/// <summary>
/// What a reverted call gave back: a custom error (selector and arguments), Solidity's <c>Error(string)</c> or <c>Panic(uint256)</c>, or
/// nothing. A contract chooses these bytes freely: nothing in them is proof of anything.
/// </summary>
public sealed class RevertData(ReadOnlyMemory<byte> bytes)
{
    private const int LongestText = 200;

    private static readonly FunctionSelector Error = FunctionSelector.Of("Error(string)");
    private static readonly FunctionSelector Panic = FunctionSelector.Of("Panic(uint256)");

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Whether this is the custom error with <paramref name="selector"/>.</summary>
    public bool Is(FunctionSelector selector) => selector.TryStrip(Bytes.Span, out _);

    /// <summary>The arguments of the custom error with <paramref name="selector"/>; false where it is another, or they are malformed.</summary>
    public bool TryDecode<T>(FunctionSelector selector, AbiDecoder<T> decode, [MaybeNullWhen(false)] out T arguments)
    {
        arguments = default;
        return selector.TryStrip(Bytes.Span, out var encoded) && AbiReader.TryDecode(encoded, decode, out arguments);
    }

    /// <summary>The text of <c>require(condition, text)</c> or <c>revert(text)</c>.</summary>
    public bool TryGetMessage([NotNullWhen(true)] out string? message) =>
        TryDecode(Error, (ref AbiReader reader, out string value) => reader.TryReadString(out value!), out message);

    /// <summary>The code of a failed assertion, overflow and the like (Solidity documentation, "Panic via assert").</summary>
    public bool TryGetPanicCode(out BigInteger code) =>
        TryDecode(Panic, (ref AbiReader reader, out BigInteger value) => reader.TryReadUInt256(out value), out code);

    /// <summary>For a person: the message, the panic code, or the start of the bytes. Control characters are replaced and the length is limited.</summary>
    public override string ToString()
    {
        if (TryGetMessage(out var message))
        {
            return DisplayText.Of(message, LongestText);
        }

        if (TryGetPanicCode(out var code))
        {
            return $"panic 0x{code:x2}";
        }

        return Bytes.IsEmpty ? "no reason given" : DisplayText.Of(Hex.Encode(Bytes.Span), LongestText);
    }
}
