using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Reads values that may be null.</summary>
internal static class OptionalJson
{
    internal static bool TryReadQuantity(ref Utf8JsonReader reader, out BigInteger? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        var ok = JsonHex.TryReadQuantity(ref reader, out BigInteger number);
        value = number;
        return ok;
    }

    internal static bool TryReadQuantity(ref Utf8JsonReader reader, out ulong? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        var ok = JsonHex.TryReadQuantity(ref reader, out ulong number);
        value = number;
        return ok;
    }

    internal static bool TryReadBytes32(ref Utf8JsonReader reader, out Bytes32? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        var ok = JsonHex.TryReadBytes32(ref reader, out var word);
        value = word;
        return ok;
    }

    internal static bool TryReadAddress(ref Utf8JsonReader reader, out Address? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        var ok = JsonHex.TryReadAddress(ref reader, out var address);
        value = address;
        return ok;
    }
}
