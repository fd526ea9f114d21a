using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Cryptography;

public sealed class Keccak256Tests
{
    /// <summary>The Keccak team's ShortMsgKAT_256, lengths 0 to 32 bits.</summary>
    [Theory]
    [InlineData("", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("cc", "eead6dbfc7340a56caedc044696a168870549a6a7f6f56961e84a54bd9970b8a")]
    [InlineData("41fb", "a8eaceda4d47b3281a795ad9e1ea2122b407baf9aabcb9e18b5717b7873537d2")]
    [InlineData("1f877c", "627d7bc1491b2ab127282827b8de2d276b13d7d70fb4c5957fdf20655bc7ac30")]
    [InlineData("c1ecfdfc", "b149e766d7612eaf7d55f74e1a4fdd63709a8115b14f61fcd22aa4abc8b8e122")]
    public void Hash_KeccakTeamsVectors_AreEqual(string message, string digest) =>
        Assert.Equal($"0x{digest}", Keccak256.Hash(Hex.Decode(message)).ToString());

    [Fact]
    public void Hash_Abc_IsThePublishedDigest() =>
        Assert.Equal("0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45", Keccak256.Hash("abc"u8).ToString());

    /// <summary>All lengths over four blocks of 136 bytes, the padding's edges among them.</summary>
    [Fact]
    public void Hash_Lengths0To600_EqualBouncyCastle()
    {
        for (var length = 0; length <= 600; length++)
        {
            var message = Enumerable.Range(0, length).Select(i => (byte)((i * 31) + length)).ToArray();
            Assert.Equal(BouncyCastle(message), Keccak256.Hash(message).ToArray());
        }
    }

    [Fact]
    public void Hash_AMegabyte_EqualsBouncyCastle()
    {
        var message = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
        Assert.Equal(BouncyCastle(message), Keccak256.Hash(message).ToArray());
    }

    [Fact]
    public void Hash_DestinationThatOverlapsTheData_IsRight()
    {
        var buffer = Enumerable.Range(0, 64).Select(i => (byte)i).ToArray();
        var expected = BouncyCastle(buffer);
        Keccak256.Hash(buffer, buffer.AsSpan(16));
        Assert.Equal(expected, buffer[16..48]);
    }

    [Fact]
    public void Hash_DestinationTooShort_Throws() => Assert.Throws<ArgumentException>(() => Keccak256.Hash([], new byte[31]));

    private static byte[] BouncyCastle(byte[] message)
    {
        var digest = new KeccakDigest(256);
        digest.BlockUpdate(message, 0, message.Length);
        var output = new byte[32];
        digest.DoFinal(output, 0);
        return output;
    }
}
