using System.Numerics;
using System.Text;
using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.Tests.Abi;

public sealed class AbiWriterTests
{
    [Fact]
    public void UInt_ValueThatDoesNotFit_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbiWriter().UInt(256, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbiWriter().UInt(-1, 256));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbiWriter().UInt256(BigInteger.One << 256));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbiWriter().UInt(1, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbiWriter().Int(128, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AbiWriter().Int(-129, 8));
    }

    [Fact]
    public void FixedBytes_NoneOrTooMany_Throws()
    {
        Assert.Throws<ArgumentException>(() => new AbiWriter().FixedBytes([]));
        Assert.Throws<ArgumentException>(() => new AbiWriter().FixedBytes(new byte[33]));
    }

    [Fact]
    public void Array_ElementOfTwoComponents_Throws() =>
        Assert.Throws<ArgumentException>(() => new AbiWriter().Array([1, 2], (w, item) => w.UInt8((byte)item).UInt8(0)));

    [Fact]
    public void String_HalfASurrogatePair_Throws() => Assert.Throws<EncoderFallbackException>(() => new AbiWriter().String("\uD800"));

    [Fact]
    public void Behind_CreationCode_PutsTheArgumentsAfterIt() =>
        Assert.Equal([0x60, 0x80, .. new AbiWriter().UInt8(7).ToArray()], new AbiWriter().UInt8(7).Behind([0x60, 0x80]));
}
