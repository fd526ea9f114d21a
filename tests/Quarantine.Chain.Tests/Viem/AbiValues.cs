using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>Arguments for events and errors of an ABI, as they travel to viem: at both ends of each type's range, and all different.</summary>
internal static class AbiValues
{
    /// <summary>How many sets of arguments there are.</summary>
    internal const int Variants = 4;

    /// <summary>What a program counts in 64 bits, though a contract has 256 for it.</summary>
    private static readonly string[] Counted = ["page", "round", "seedBlock", "poolSize", "dissolved"];

    internal static JsonObject Of(JsonElement entry, int variant)
    {
        var values = new JsonObject();
        var position = 0;
        foreach (var input in entry.GetProperty("inputs").EnumerateArray())
        {
            var name = input.GetProperty("name").GetString()!;
            values[name] = Value(input.GetProperty("type").GetString()!, name, ++position, variant);
        }

        return values;
    }

    private static JsonNode Value(string type, string name, int position, int variant)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            // A signature has 1 to 64 responses.
            int[] counts = [1, 3, 64, 2];
            return new JsonArray([.. Enumerable.Range(0, counts[variant]).Select(i => Value(type[..^2], name, position + i, variant))]);
        }

        return type switch
        {
            "bytes32" => Word(position, variant).ToString(),
            "bytes" => Hex.Encode(Word(position, variant).ToArray().AsSpan(0, variant * 9)),
            "address" => Hex.Encode(Word(position, variant).ToArray().AsSpan(12)),
            "string" => new string('q', position + (variant * 40)),
            "bool" => (position + variant) % 2 == 0 ? "true" : "false",
            _ => Number(type, name, position, variant).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static BigInteger Number(string type, string name, int position, int variant)
    {
        var signed = type[0] == 'i';
        var bits = int.Parse(type[(signed ? 3 : 4)..], CultureInfo.InvariantCulture);
        var top = name switch
        {
            "kind" => BigInteger.One,
            _ when Counted.Contains(name) => ulong.MaxValue,
            _ => (BigInteger.One << (signed ? bits - 1 : bits)) - 1,
        };
        return variant switch
        {
            0 => signed ? -top - 1 : 0,
            1 => BigInteger.Min(position, top),
            2 => top,
            _ => BigInteger.Max(signed ? -1 : 0, top - position),
        };
    }

    private static Bytes32 Word(int position, int variant) => variant switch
    {
        0 => Bytes32.Zero,
        1 => Bytes32.FromUInt64((ulong)position),
        2 => new Bytes32([.. Enumerable.Repeat((byte)0xFF, Bytes32.Length)]),
        _ => new Bytes32([.. Enumerable.Range(0, Bytes32.Length).Select(i => (byte)((position * 29) + (i * 7) + 1))]),
    };
}
