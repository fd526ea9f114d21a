using System.Text.Json;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Tests.Vectors;
using Quarantine.Ethereum.Transactions;

namespace Quarantine.Ethereum.Tests.Keys;

/// <summary>40 keys with their public keys, checksummed addresses, signatures and contract addresses, by viem.</summary>
public sealed class KeyVectorTests
{
    private static IEnumerable<JsonElement> Vectors => VectorFile.Read("keys").EnumerateArray();

    [Fact]
    public void PublicKeyAndAddress_VectorsOfViem_AreEqual() => Assert.All(Vectors, vector =>
    {
        using var key = new PrivateKey(vector.Bytes("key"));
        Assert.Equal(vector.Text("publicKey"), key.PublicKey.ToString());
        Assert.Equal(vector.Text("address"), key.Address.ToString());
    });

    [Fact]
    public void Sign_WithoutAdditionalData_IsViemsSignature() => Assert.All(Vectors, vector =>
    {
        using var key = new PrivateKey(vector.Bytes("key"));
        Assert.Equal(vector.Text("signature"), key.Sign(Bytes32.Parse(vector.Text("digest")), []).ToString());
    });

    [Fact]
    public void TryRecover_SignaturesOfViem_GivesTheKey() => Assert.All(Vectors, vector =>
    {
        Assert.True(Signature.TryParse(vector.Bytes("signature"), out var signature));
        Assert.True(signature.TryRecover(Bytes32.Parse(vector.Text("digest")), out var key));
        Assert.Equal(vector.Text("publicKey"), key.ToString());
        Assert.True(signature.IsBy(Address.Parse(vector.Text("address")), Bytes32.Parse(vector.Text("digest"))));
    });

    [Fact]
    public void ContractAddress_VectorsOfViem_AreEqual() => Assert.All(Vectors, vector =>
    {
        var creator = Address.Parse(vector.Text("address"));
        var accountNonce = ulong.Parse(vector.Text("nonce"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(vector.Text("created"), ContractAddress.Of(creator, accountNonce).ToString());
        Assert.Equal(vector.Text("created2"), ContractAddress.Of(creator, Bytes32.Parse(vector.Text("salt")), vector.Bytes("code")).ToString());
    });
}
