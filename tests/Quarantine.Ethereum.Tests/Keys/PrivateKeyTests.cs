using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Keys;

public sealed class PrivateKeyTests
{
    private static readonly Bytes32 Digest = Keccak256.Hash("message"u8);

    [Theory]
    [InlineData("0x0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")]
    [InlineData("0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    [InlineData("0x01")]
    [InlineData("0x")]
    public void TryCreate_OutOfRangeOrWrongLength_IsFalse(string hex)
    {
        Assert.False(PrivateKey.TryCreate(Hex.Decode(hex), out _));
        Assert.Throws<ArgumentException>(() => new PrivateKey(Hex.Decode(hex)));
    }

    /// <summary>Found in the test suites of several secp256k1 libraries.</summary>
    [Fact]
    public void Sign_PublishedRfc6979Vector_IsEqual()
    {
        using var key = new PrivateKey(Bytes32.FromUInt64(1).ToArray());
        var digest = new Bytes32(SHA256.HashData(Encoding.ASCII.GetBytes("Satoshi Nakamoto")));
        var signature = key.Sign(digest, []);
        Assert.Equal("0x934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8", signature.R.ToString());
        Assert.Equal("0x2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5", signature.S.ToString());
    }

    [Fact]
    public void Sign_SameDigestTwice_DiffersAndVerifiesInAnotherImplementation()
    {
        using var key = PrivateKey.Generate();
        var first = key.Sign(Digest);
        var second = key.Sign(Digest);
        Assert.NotEqual(first.R, second.R);
        Assert.All([first, second], signature => Assert.True(VerifiesInBouncyCastle(key.PublicKey, Digest, signature)));
        Assert.False(VerifiesInBouncyCastle(key.PublicKey, Keccak256.Hash("another"u8), first));
    }

    [Fact]
    public void Sign_AdditionalDataOfWrongLength_Throws()
    {
        using var key = PrivateKey.Generate();
        Assert.Throws<ArgumentException>(() => key.Sign(Digest, new byte[31]));
    }

    [Fact]
    public void Dispose_ThenUse_ThrowsAndTheSecretIsGone()
    {
        var key = PrivateKey.Generate();
        var secret = new byte[PrivateKey.Length];
        key.ExportTo(secret);
        Assert.Contains(secret, b => b != 0);
        key.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.Sign(Digest));
        Assert.Throws<ObjectDisposedException>(() => key.ExportTo(secret));
    }

    [Fact]
    public void ToString_AnyKey_HoldsNoSecret()
    {
        using var key = PrivateKey.Generate();
        var secret = new byte[PrivateKey.Length];
        key.ExportTo(secret);
        Assert.DoesNotContain(Convert.ToHexStringLower(secret), key.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(key.Address.ToString(), key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_Twice_GivesDifferentKeys()
    {
        using var first = PrivateKey.Generate();
        using var second = PrivateKey.Generate();
        Assert.NotEqual(first.PublicKey, second.PublicKey);
    }

    private static bool VerifiesInBouncyCastle(PublicKey key, Bytes32 digest, Signature signature)
    {
        var curve = SecNamedCurves.GetByName("secp256k1");
        var domain = new ECDomainParameters(curve.Curve, curve.G, curve.N, curve.H);
        var verifier = new ECDsaSigner();
        verifier.Init(forSigning: false, new ECPublicKeyParameters(curve.Curve.DecodePoint([4, .. key.ToArray()]), domain));
        return verifier.VerifySignature(digest.ToArray(), new BigInteger(1, signature.R.ToArray()), new BigInteger(1, signature.S.ToArray()));
    }
}
