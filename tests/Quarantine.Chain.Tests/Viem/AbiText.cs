using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>Values of this library as they travel to viem and back.</summary>
internal static class AbiText
{
    internal static JsonNode Of(object value) => value switch
    {
        JsonNode node => node,
        bool flag => flag ? "true" : "false",
        Bytes32 or Address => value.ToString()!.ToLowerInvariant(),
        byte[] bytes => Hex.Encode(bytes),
        ReadOnlyMemory<byte> bytes => Hex.Encode(bytes.Span),
        IEnumerable items => new JsonArray([.. items.Cast<object>().Select(Of)]),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType().Name} is no value of an ABI.", nameof(value)),
    };

    /// <summary>A struct, or the arguments of a call.</summary>
    internal static JsonObject Object(params ReadOnlySpan<(string Name, object Value)> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            result[name] = Of(value);
        }

        return result;
    }

    /// <summary>Whether the same members have the same values, in whatever order.</summary>
    internal static bool AreEqual(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);
}
