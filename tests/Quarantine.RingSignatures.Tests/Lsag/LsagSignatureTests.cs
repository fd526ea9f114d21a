using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rsa;

namespace Quarantine.RingSignatures.Tests.Lsag;

public sealed class LsagSignatureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    public void TryParse_OwnEncoding_GivesTheSame(int count)
    {
        var z = Enumerable.Range(1, count).Select(value => Bytes32.FromUInt64((ulong)value)).ToArray();
        var signature = new LsagSignature(Bytes32.FromUInt64(900), new Tag(Bytes32.FromUInt64(901), 1), z);

        var encoded = signature.ToArray();

        Assert.Equal(66 + (32 * count), encoded.Length);
        Assert.True(LsagSignature.TryParse(encoded, out var parsed));
        Assert.Equal(signature.C0, parsed.C0);
        Assert.Equal(signature.Tag, parsed.Tag);
        Assert.Equal(z, parsed.Z.ToArray());
        Assert.Equal(encoded, parsed.ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void Constructor_NoOrTooManyResponses_ThrowsWithTheArgumentsName(int count) =>
        Assert.Throws<ArgumentException>("z", () => new LsagSignature(Bytes32.Zero, default, new Bytes32[count]));

    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(65)]
    public void EncodedLength_NoRingOfThatSize_ThrowsWithTheArgumentsName(int size)
    {
        Assert.Throws<ArgumentOutOfRangeException>("ringSize", () => LsagSignature.EncodedLength(size));
        Assert.Throws<ArgumentOutOfRangeException>("ringSize", () => RstSignature.EncodedLength(size));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(66)]
    [InlineData(66 + (65 * 32))]
    [InlineData(66 + (1 << 20))]
    public void TryParse_NoOrTooManyResponses_False(int length)
    {
        var encoded = new byte[length];
        encoded.AsSpan(0, Math.Min(1, length)).Fill(LsagSignature.Version);

        Assert.False(LsagSignature.TryParse(encoded, out var signature));
        Assert.Null(signature);
    }
}
