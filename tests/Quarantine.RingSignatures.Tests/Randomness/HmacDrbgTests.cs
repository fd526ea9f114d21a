using System.Security.Cryptography;
using System.Text;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Tests.Randomness;

public sealed class HmacDrbgTests
{
    /// <summary>
    /// RFC 6979, A.2.5 (P-256, SHA-256): its k is the first candidate in 1..q-1 of this generator, seeded by x and the reduced digest.
    /// </summary>
    [Theory]
    [InlineData("sample", "A6E3C57DD01ABE90086538398355DD4C3B17AA873382B0F24D6129493D8AAD60")]
    [InlineData("test", "D16B6AE827F17175E040871A1C7EC3500192C4C92677336EC2537ACAEE0008E0")]
    public void Generate_Rfc6979Seed_GivesItsNonce(string message, string nonce)
    {
        var x = Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
        using var generator = new HmacDrbg([.. x, .. SHA256.HashData(Encoding.ASCII.GetBytes(message))]);
        var output = new byte[32];

        generator.Generate(output);

        Assert.Equal(nonce, Convert.ToHexString(output));
    }

    /// <summary>SP 800-90A, 10.1.2.5: one request gives one run of V, however long; a second request starts from an updated state.</summary>
    [Fact]
    public void Generate_OneRequestOrTwo_DiffersAfterTheFirst()
    {
        using var whole = new HmacDrbg([1, 2, 3]);
        using var parts = new HmacDrbg([1, 2, 3]);
        var long64 = new byte[64];
        var first = new byte[32];
        var second = new byte[32];

        whole.Generate(long64);
        parts.Generate(first);
        parts.Generate(second);

        Assert.Equal(long64[..32], first);
        Assert.NotEqual(long64[32..], second);
    }

    [Fact]
    public void Constructor_SeedTooLong_ThrowsWithTheArgumentsName() =>
        Assert.Throws<ArgumentOutOfRangeException>("seedMaterial", () => new HmacDrbg(new byte[HmacDrbg.MaximumSeedLength + 1]));

    [Fact]
    public void Generate_LengthNoMultipleOfTheBlock_CutsTheLastBlock()
    {
        using var whole = new HmacDrbg([9]);
        using var cut = new HmacDrbg([9]);
        var longer = new byte[64];
        var shorter = new byte[45];

        whole.Generate(longer);
        cut.Generate(shorter);

        Assert.Equal(longer[..45], shorter);
    }
}
