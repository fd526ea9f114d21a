using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Rlp;
using Quarantine.Ethereum.Tests.Vectors;

namespace Quarantine.Ethereum.Tests.Rlp;

public sealed class RlpTests
{
    private static IEnumerable<JsonElement> Vectors => VectorFile.Read("rlp").EnumerateArray();

    [Fact]
    public void Write_VectorsOfViem_AreEqual() => Assert.All(Vectors, vector =>
        Assert.Equal(vector.Text("encoded"), Hex.Encode(Write(new RlpWriter(), vector.GetProperty("item")).ToArray())));

    [Fact]
    public void Read_VectorsOfViem_AreEqual() => Assert.All(Vectors, vector =>
    {
        var reader = new RlpReader(vector.Bytes("encoded"));
        Assert.True(TryCopy(ref reader, new RlpWriter(), out var copy) && reader.IsAtEnd);
        Assert.Equal(vector.Text("encoded"), Hex.Encode(copy.ToArray()));
    });

    [Theory]
    [InlineData("8100")]
    [InlineData("817f")]
    [InlineData("81")]
    [InlineData("8201")]
    [InlineData("b800")]
    [InlineData("b837")]
    [InlineData("b90010")]
    [InlineData("b90000")]
    [InlineData("bfffffffffffffffff")]
    [InlineData("c1")]
    [InlineData("c281")]
    [InlineData("f800")]
    [InlineData("f90001c0")]
    [InlineData("ffffffffffffffffff")]
    [InlineData("ff7fffffffffffffff")]
    [InlineData("ff80000000000000000000")]
    [InlineData("")]
    public void Read_NotCanonicalOrShort_IsRefused(string hex)
    {
        var reader = new RlpReader(Hex.Decode(hex));
        Assert.False(TryCopy(ref reader, new RlpWriter(), out _));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("820001")]
    [InlineData("89010000000000000000")]
    [InlineData("c0")]
    public void TryReadUInt64_LeadingZeroTooLongOrList_IsRefused(string hex)
    {
        var reader = new RlpReader(Hex.Decode(hex));
        Assert.False(reader.TryReadUInt64(out _));
    }

    [Fact]
    public void Read_ThreeByteLength_IsCanonicalFrom65536()
    {
        var encoded = new RlpWriter().StartList().Write(new byte[65_536]).EndList().ToArray();
        Assert.Equal("0xfa010004ba010000", Hex.Encode(encoded.AsSpan(0, 8)));
        var reader = new RlpReader(encoded);
        Assert.True(reader.TryReadList(out var items) && items.TryReadBytes(out var bytes) && bytes.Length == 65_536 && items.IsAtEnd && reader.IsAtEnd);
    }

    [Fact]
    public void Read_TypedMethods_GiveWhatWasWritten()
    {
        var address = Address.Parse("0x00000000000000000000000000000000000000aa");
        var word = Bytes32.FromUInt64(9);
        var most = (BigInteger.One << 256) - 1;
        var encoded = new RlpWriter().StartList().Write(address).Write(word).Write(most).Write(ulong.MaxValue).Write(0UL).EndList().ToArray();
        var reader = new RlpReader(encoded);
        Assert.True(reader.IsAtList);
        Assert.True(reader.TryReadList(out var items));
        Assert.True(items.TryReadAddress(out var a) && items.TryReadBytes32(out var w) && items.TryReadUInt256(out var b)
            && items.TryReadUInt64(out var u) && items.TryReadUInt64(out var zero)
            && (a, w, b, u, zero) == (address, word, most, ulong.MaxValue, 0UL));
        Assert.True(items.IsAtEnd);
    }

    [Fact]
    public void ToArray_OpenList_Throws() => Assert.Throws<InvalidOperationException>(() => new RlpWriter().StartList().ToArray());

    [Fact]
    public void EndList_NoOpenList_Throws() => Assert.Throws<InvalidOperationException>(() => new RlpWriter().EndList());

    [Fact]
    public void Write_NegativeOrTooLargeNumber_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RlpWriter().Write(BigInteger.MinusOne));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RlpWriter().Write(BigInteger.One << 256));
    }

    /// <summary>Law: random bytes never throw, and what is accepted is encoded to the same bytes again. 5,000 cases.</summary>
    [Fact]
    public void Read_RandomBytes_IsRefusedOrCanonical() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var reader = new RlpReader(bytes);
            var writer = new RlpWriter();
            while (!reader.IsAtEnd)
            {
                if (!TryCopy(ref reader, writer, out _))
                {
                    return true;
                }
            }

            return writer.ToArray().AsSpan().SequenceEqual(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static RlpWriter Write(RlpWriter writer, JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            return writer.Write(Hex.Decode(item.GetString()!));
        }

        writer.StartList();
        foreach (var inner in item.EnumerateArray())
        {
            Write(writer, inner);
        }

        return writer.EndList();
    }

    private static bool TryCopy(ref RlpReader reader, RlpWriter writer, out RlpWriter copy)
    {
        copy = writer;
        if (!reader.IsAtList)
        {
            var ok = reader.TryReadBytes(out var bytes);
            writer.Write(bytes);
            return ok;
        }

        if (!reader.TryReadList(out var items))
        {
            return false;
        }

        writer.StartList();
        while (!items.IsAtEnd)
        {
            if (!TryCopy(ref items, writer, out _))
            {
                return false;
            }
        }

        writer.EndList();
        return true;
    }
}
