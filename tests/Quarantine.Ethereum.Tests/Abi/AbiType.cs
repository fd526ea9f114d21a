using System.Globalization;
using System.Text.Json;
using Quarantine.Ethereum.Tests.Vectors;

namespace Quarantine.Ethereum.Tests.Abi;

/// <summary>A type of the contract ABI, as a contract's JSON description has it, so that vectors of any type can be written and read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bits of a number, bytes of bytesN, elements of a fixed array.</param>
/// <param name="Inner">The element type of an array, or the components of a tuple.</param>
internal sealed record AbiType(AbiKind Kind, int Size, IReadOnlyList<AbiType> Inner)
{
    internal bool IsDynamic => Kind is AbiKind.Bytes or AbiKind.Text or AbiKind.Array || Inner.Any(inner => inner.IsDynamic);

    internal static AbiType Tuple(IEnumerable<AbiType> components) => new(AbiKind.Tuple, 0, [.. components]);

    internal static AbiType Parse(JsonElement parameter) => Parse(parameter.Text("type"), parameter);

    private static AbiType Parse(string type, JsonElement parameter)
    {
        if (type.EndsWith(']'))
        {
            var open = type.LastIndexOf('[');
            var count = type[(open + 1)..^1];
            AbiType[] element = [Parse(type[..open], parameter)];
            return count.Length == 0 ? new(AbiKind.Array, 0, element) : new(AbiKind.FixedArray, Number(count), element);
        }

        return type switch
        {
            "tuple" => Tuple(parameter.GetProperty("components").EnumerateArray().Select(Parse)),
            "address" => new(AbiKind.Address, 0, []),
            "bool" => new(AbiKind.Bool, 0, []),
            "bytes" => new(AbiKind.Bytes, 0, []),
            "string" => new(AbiKind.Text, 0, []),
            _ when type.StartsWith("uint", StringComparison.Ordinal) => new(AbiKind.UInt, Number(type[4..]), []),
            _ when type.StartsWith("int", StringComparison.Ordinal) => new(AbiKind.Int, Number(type[3..]), []),
            _ => new(AbiKind.FixedBytes, Number(type["bytes".Length..]), []),
        };
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
