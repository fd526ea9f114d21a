using System.Buffers.Binary;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Abi;

/// <summary>The first four bytes of keccak256 of a function's or custom error's canonical signature.</summary>
public readonly struct FunctionSelector : IEquatable<FunctionSelector>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 4;

    private readonly uint _value;

    /// <summary>Copies <paramref name="bytes"/>, which must be exactly 4 bytes long.</summary>
    public FunctionSelector(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A selector has 4 bytes, not {bytes.Length}.", nameof(bytes));
        }

        _value = BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public static bool operator ==(FunctionSelector left, FunctionSelector right) => left.Equals(right);

    public static bool operator !=(FunctionSelector left, FunctionSelector right) => !left.Equals(right);

    /// <summary>The selector of a canonical signature such as <c>transfer(address,uint256)</c>; another text throws <see cref="ArgumentException"/>.</summary>
    public static FunctionSelector Of(string signature)
    {
        Span<byte> hash = stackalloc byte[Bytes32.Length];
        AbiSignature.Hash(signature).CopyTo(hash);
        return new FunctionSelector(hash[..Length]);
    }

    /// <summary>Whether <paramref name="data"/> starts with this selector; <paramref name="arguments"/> is what follows.</summary>
    public bool TryStrip(ReadOnlySpan<byte> data, out ReadOnlySpan<byte> arguments)
    {
        var ok = data.Length >= Length && BinaryPrimitives.ReadUInt32BigEndian(data) == _value;
        arguments = ok ? data[Length..] : default;
        return ok;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, _value);
        return bytes;
    }

    public bool Equals(FunctionSelector other) => _value == other._value;

    public override bool Equals(object? obj) => obj is FunctionSelector other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();

    /// <summary><c>0x</c> and eight digits.</summary>
    public override string ToString() => Hex.Encode(ToArray());
}
