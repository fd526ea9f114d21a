using System.Globalization;
using System.Numerics;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Abi;

/// <summary>
/// Drives the writer and the reader by a type. Values: BigInteger, Address, bool, byte[], string; lists of values for arrays and tuples.
/// </summary>
internal static class AbiTypedCodec
{
    internal static byte[] Encode(AbiType tuple, object value)
    {
        var writer = new AbiWriter();
        WriteComponents(writer, tuple, (IReadOnlyList<object>)value);
        return writer.ToArray();
    }

    internal static bool TryDecode(AbiType tuple, ReadOnlySpan<byte> data, out object? value) =>
        AbiReader.TryDecode(data, (ref AbiReader reader, out object read) => TryReadComponents(ref reader, tuple, out read), out value);

    /// <summary>One text for a value, to compare by.</summary>
    internal static string Show(object value) => value switch
    {
        IReadOnlyList<object> list => $"[{string.Join(',', list.Select(Show))}]",
        byte[] bytes => Hex.Encode(bytes),
        string text => $"'{text}'",
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static void WriteComponents(AbiWriter writer, AbiType tuple, IReadOnlyList<object> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            Write(writer, tuple.Inner[i], values[i]);
        }
    }

    private static void Write(AbiWriter writer, AbiType type, object value) => _ = type.Kind switch
    {
        AbiKind.UInt => writer.UInt((BigInteger)value, type.Size),
        AbiKind.Int => writer.Int((BigInteger)value, type.Size),
        AbiKind.Address => writer.Address((Address)value),
        AbiKind.Bool => writer.Bool((bool)value),
        AbiKind.FixedBytes => writer.FixedBytes((byte[])value),
        AbiKind.Bytes => writer.Bytes((byte[])value),
        AbiKind.Text => writer.String((string)value),
        AbiKind.Array => writer.Array((IReadOnlyList<object>)value, (w, item) => Write(w, type.Inner[0], item)),
        AbiKind.FixedArray => writer.FixedArray((IReadOnlyList<object>)value, (w, item) => Write(w, type.Inner[0], item)),
        AbiKind.Tuple => writer.Tuple(w => WriteComponents(w, type, (IReadOnlyList<object>)value)),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static bool TryReadComponents(ref AbiReader reader, AbiType tuple, out object value)
    {
        var values = new List<object>();
        value = values;
        foreach (var component in tuple.Inner)
        {
            if (!TryRead(ref reader, component, out var read))
            {
                return false;
            }

            values.Add(read);
        }

        return true;
    }

    private static bool TryRead(ref AbiReader reader, AbiType type, out object value)
    {
        bool ok;
        (ok, value) = type.Kind switch
        {
            AbiKind.UInt => (reader.TryReadUInt(type.Size, out var number), number),
            AbiKind.Int => (reader.TryReadInt(type.Size, out var number), number),
            AbiKind.Address => (reader.TryReadAddress(out var address), address),
            AbiKind.Bool => (reader.TryReadBool(out var flag), flag),
            AbiKind.Bytes => (reader.TryReadBytes(out byte[]? bytes), bytes!),
            AbiKind.Text => (reader.TryReadString(out var text), text!),
            AbiKind.Array => (reader.TryReadArray(Element(type), out var items), items!),
            _ => (false, (object)null!),
        };
        return type.Kind switch
        {
            AbiKind.FixedBytes => TryReadFixedBytes(ref reader, type, out value),
            AbiKind.FixedArray or AbiKind.Tuple => TryReadInline(ref reader, type, out value),
            _ => ok,
        };
    }

    private static bool TryReadFixedBytes(ref AbiReader reader, AbiType type, out object value)
    {
        var bytes = new byte[type.Size];
        value = bytes;
        return reader.TryReadFixedBytes(bytes);
    }

    /// <summary>Static ones lie in the head, dynamic ones behind an offset.</summary>
    private static bool TryReadInline(ref AbiReader reader, AbiType type, out object value) =>
        type.IsDynamic ? reader.TryReadTuple(Content(type), out value!) : Content(type)(ref reader, out value);

    private static AbiDecoder<object> Content(AbiType type) => (ref AbiReader reader, out object value) =>
    {
        if (type.Kind == AbiKind.Tuple)
        {
            return TryReadComponents(ref reader, type, out value);
        }

        var ok = reader.TryReadFixedArray(type.Size, Element(type), out var items);
        value = items!;
        return ok;
    };

    private static AbiDecoder<object> Element(AbiType array) =>
        (ref AbiReader reader, out object value) => TryRead(ref reader, array.Inner[0], out value);
}
