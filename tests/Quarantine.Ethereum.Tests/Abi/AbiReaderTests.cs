using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Abi;

public sealed class AbiReaderTests
{
    private static readonly AbiType Everything = AbiType.Tuple(
    [
        new(AbiKind.UInt, 64, []), new(AbiKind.Bytes, 0, []), new(AbiKind.Array, 0, [new(AbiKind.UInt, 256, [])]),
        new(AbiKind.Array, 0, [AbiType.Tuple([new(AbiKind.Address, 0, []), new(AbiKind.Text, 0, [])])]),
    ]);

    [Theory]
    [InlineData("0000000000000000000000010000000000000000000000000000000000000000", AbiKind.Address, 0)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000002", AbiKind.Bool, 0)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000100", AbiKind.UInt, 8)]
    [InlineData("0000000000000000000000000000000000000000000000010000000000000000", AbiKind.UInt, 64)]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000080", AbiKind.Int, 8)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", AbiKind.Int, 8)]
    [InlineData("1234000000000000000000000000000000000000000000000000000000000001", AbiKind.FixedBytes, 2)]
    public void TryDecode_BitsOutsideTheType_AreRefused(string word, object kind, int size) =>
        Assert.False(AbiTypedCodec.TryDecode(AbiType.Tuple([new((AbiKind)kind, size, [])]), Hex.Decode(word), out _));

    [Fact]
    public void TryRead_ValuesAtTheEdgeOfTheirTypes_AreRead()
    {
        var data = new AbiWriter().UInt8(255).UInt16(65535).UInt32(uint.MaxValue).UInt64(ulong.MaxValue).Int32(int.MinValue).Int64(long.MinValue)
            .Int(-128, 8).Bool(true).FixedBytes([1, 2]).UInt256((BigInteger.One << 256) - 1).ToArray();
        var ok = AbiReader.TryDecode<string>(data, Read, out var text);
        Assert.True(ok);
        Assert.Equal($"255 65535 {uint.MaxValue} {ulong.MaxValue} {int.MinValue} {long.MinValue} -128 True 0102 {(BigInteger.One << 256) - 1}", text);

        static bool Read(ref AbiReader r, out string text)
        {
            var two = new byte[2];
            var all = r.TryReadUInt8(out var a) & r.TryReadUInt16(out var b) & r.TryReadUInt32(out var c) & r.TryReadUInt64(out var d)
                & r.TryReadInt32(out var e) & r.TryReadInt64(out var f) & r.TryReadInt(8, out var g) & r.TryReadBool(out var h)
                & r.TryReadFixedBytes(two) & r.TryReadUInt256(out var i);
            text = $"{a} {b} {c} {d} {e} {f} {g} {h} {Convert.ToHexString(two)} {i}";
            return all;
        }
    }

    /// <summary>65 words whose 32 offsets all lead to one array of 32 elements: with k levels, 32^k elements from 65 k words.</summary>
    [Fact]
    public void TryDecode_OffsetsThatShareATail_AreRefused()
    {
        var type = AbiType.Tuple([new(AbiKind.Array, 0, [new(AbiKind.Array, 0, [new(AbiKind.UInt, 256, [])])])]);
        var honest = AbiTypedCodec.Encode(type, new object[] { new object[] { new object[] { (BigInteger)1 }, new object[] { (BigInteger)1 } } });
        Assert.True(AbiTypedCodec.TryDecode(type, honest, out _));
        var shared = honest[..^64];
        shared[127] = shared[95];
        Assert.False(AbiTypedCodec.TryDecode(type, shared, out _));
    }

    [Theory]
    [InlineData("8000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000007fffffff")]
    [InlineData("0000000000000000000000000000000000000000000000000000000080000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000002")]
    public void TryReadArray_LengthBeyondTheData_IsRefusedWithoutAllocating(string length)
    {
        var data = Hex.Decode("0000000000000000000000000000000000000000000000000000000000000020" + length + new string('0', 64));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var ok = AbiReader.TryDecode(data, (ref AbiReader r, out BigInteger[] values) => r.TryReadArray(ReadWord, out values!), out _);
        Assert.False(ok);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }

    [Fact]
    public void TryReadString_InvalidUtf8_IsRefused()
    {
        var data = new AbiWriter().Bytes([0xC3, 0x28]).ToArray();
        Assert.False(AbiReader.TryDecode(data, (ref AbiReader r, out string value) => r.TryReadString(out value!), out _));
    }

    [Fact]
    public void TryReadBytes_PaddingNotZero_IsRefused()
    {
        var data = new AbiWriter().Bytes([1]).ToArray();
        data[^1] = 1;
        Assert.False(AbiReader.TryDecode(data, (ref AbiReader r, out byte[] value) => r.TryReadBytes(out value!), out _));
    }

    /// <summary>Law: no bytes make the decoder throw, and what it accepts has one encoding. 2,000 cases.</summary>
    [Fact]
    public void TryDecode_RandomBytes_NeverThrows() =>
        Prop.ForAll(HostileWords().ToArbitrary(), data =>
            !AbiTypedCodec.TryDecode(Everything, data, out var value) || AbiTypedCodec.Encode(Everything, value!).AsSpan().SequenceEqual(data))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>Law: decode(encode(x)) = x. 500 cases.</summary>
    [Fact]
    public void TryDecode_WhatTheWriterWrote_IsTheSame() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(ulong Slot, byte[] Bytes, ulong[] Numbers, string[] Texts)>(), item =>
        {
            var (slot, bytes, numbers, texts) = item;
            object[] value =
            [
                (BigInteger)slot, bytes ?? [], (numbers ?? []).Select(n => (object)(BigInteger)n).ToArray(),
                (texts ?? []).Select(t => (object)new object[] { Address.Zero, Printable(t) }).ToArray(),
            ];
            return AbiTypedCodec.TryDecode(Everything, AbiTypedCodec.Encode(Everything, value), out var read)
                && AbiTypedCodec.Show(value) == AbiTypedCodec.Show(read!);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool ReadWord(ref AbiReader reader, out BigInteger value) => reader.TryReadUInt256(out value);

    /// <summary>Half a surrogate pair has no UTF-8.</summary>
    private static string Printable(string? text) => new([.. (text ?? string.Empty).Where(c => !char.IsSurrogate(c))]);

    /// <summary>Words of small numbers, which look like offsets and lengths, get further than noise does.</summary>
    private static Gen<byte[]> HostileWords() =>
        from words in Gen.ArrayOf(Gen.Frequency((8, Gen.Choose(0, 20).Select(n => n * 32)), (3, Gen.Choose(0, 4)), (1, Gen.Choose(0, int.MaxValue))))
        from cut in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(0, 31)))
        select words.SelectMany(n => Bytes32.FromUInt64((ulong)n).ToArray()).SkipLast(cut).ToArray();
}
