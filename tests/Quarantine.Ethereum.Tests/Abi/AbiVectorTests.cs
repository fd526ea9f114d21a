using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Tests.Vectors;

namespace Quarantine.Ethereum.Tests.Abi;

/// <summary>200 encodings of random values of random types, and selectors, by viem.</summary>
public sealed class AbiVectorTests
{
    private static readonly JsonElement File = VectorFile.Read("abi");

    private static IEnumerable<(AbiType Type, object Value, byte[] Encoded)> Cases =>
        from item in File.GetProperty("cases").EnumerateArray()
        let type = AbiType.Tuple(item.GetProperty("types").EnumerateArray().Select(AbiType.Parse))
        select (type, Value(type, item.GetProperty("values")), item.Bytes("encoded"));

    [Fact]
    public void Encode_VectorsOfViem_AreEqual()
    {
        Assert.Equal(200, Cases.Count());
        Assert.All(Cases, item => Assert.Equal(item.Encoded, AbiTypedCodec.Encode(item.Type, item.Value)));
    }

    [Fact]
    public void Decode_VectorsOfViem_AreEqual() => Assert.All(Cases, item =>
    {
        Assert.True(AbiTypedCodec.TryDecode(item.Type, item.Encoded, out var value));
        Assert.Equal(AbiTypedCodec.Show(item.Value), AbiTypedCodec.Show(value!));
    });

    [Fact]
    public void Decode_VectorsCutShortOrLengthened_AreRefused() => Assert.All(Cases, item =>
    {
        Assert.False(AbiTypedCodec.TryDecode(item.Type, item.Encoded.AsSpan(0, item.Encoded.Length - 1), out _));
        Assert.False(AbiTypedCodec.TryDecode(item.Type, item.Encoded.AsSpan(0, item.Encoded.Length - 32), out _));
        Assert.False(AbiTypedCodec.TryDecode(item.Type, [.. item.Encoded, .. new byte[32]], out _));
    });

    /// <summary>The law that keeps a hostile node from two readings of one event: what is accepted is encoded to the same bytes again.</summary>
    [Fact]
    public void Decode_AnyByteOfAVectorChanged_IsRefusedOrEncodesToTheSame()
    {
        foreach (var (type, _, encoded) in Cases.Where(item => item.Encoded.Length <= 2000))
        {
            for (var i = 0; i < encoded.Length; i++)
            {
                var changed = (byte[])encoded.Clone();
                changed[i] ^= (byte)(1 << (i % 8));
                if (AbiTypedCodec.TryDecode(type, changed, out var value))
                {
                    Assert.Equal(changed, AbiTypedCodec.Encode(type, value!));
                }
            }
        }
    }

    [Fact]
    public void Of_SignaturesOfViem_HaveItsSelectorsAndTopics() => Assert.All(File.GetProperty("signatures").EnumerateArray(), item =>
    {
        Assert.Equal(item.Text("selector"), FunctionSelector.Of(item.Text("signature")).ToString());
        Assert.Equal(item.Text("hash"), EventTopic.Of(item.Text("signature")).ToString());
    });

    private static object Value(AbiType type, JsonElement value) => type.Kind switch
    {
        AbiKind.UInt or AbiKind.Int => BigInteger.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        AbiKind.Address => Address.Parse(value.GetString()!),
        AbiKind.Bool => value.GetBoolean(),
        AbiKind.Bytes or AbiKind.FixedBytes => Hex.Decode(value.GetString()!),
        AbiKind.Text => value.GetString()!,
        AbiKind.Tuple => value.EnumerateArray().Select((item, i) => Value(type.Inner[i], item)).ToArray(),
        _ => value.EnumerateArray().Select(item => Value(type.Inner[0], item)).ToArray(),
    };
}
