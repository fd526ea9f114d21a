using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Tests.Vectors;
using Quarantine.Ethereum.Transactions;

namespace Quarantine.Ethereum.Tests.Transactions;

/// <summary>40 transactions signed by viem, with creations and access lists among them.</summary>
public sealed class Eip1559TransactionTests
{
    private static IEnumerable<JsonElement> Vectors => VectorFile.Read("transactions").EnumerateArray();

    [Fact]
    public void Sign_VectorsOfViem_AreEqual() => Assert.All(Vectors, vector =>
    {
        using var key = new PrivateKey(vector.Bytes("key"));
        var signed = Transaction(vector).Sign(key, []);
        Assert.Equal(vector.Text("raw"), Hex.Encode(signed.Raw.Span));
        Assert.Equal(vector.Text("hash"), signed.Hash.ToString());
        Assert.Equal(vector.Text("sender"), signed.Sender.ToString());
    });

    [Fact]
    public void TryDecode_VectorsOfViem_GivesFieldsAndSender() => Assert.All(Vectors, vector =>
    {
        Assert.True(SignedTransaction.TryDecode(vector.Bytes("raw"), out var signed));
        var expected = Transaction(vector);
        Assert.Equal(vector.Text("sender"), signed.Sender.ToString());
        Assert.Equal(vector.Text("hash"), signed.Hash.ToString());
        Assert.Equal(expected.SigningHash(), signed.Transaction.SigningHash());
        Assert.Equal(expected.To, signed.Transaction.To);
        Assert.Equal(expected.Value, signed.Transaction.Value);
        Assert.Equal(expected.AccountNonce, signed.Transaction.AccountNonce);
        Assert.Equal(expected.Data.ToArray(), signed.Transaction.Data.ToArray());
    });

    /// <summary>Law: a changed byte gives another transaction or another sender, or is refused; it never passes as the same.</summary>
    [Fact]
    public void TryDecode_AnyByteChanged_IsNotTheSame() => Assert.All(Vectors.Take(6), vector =>
    {
        var raw = vector.Bytes("raw");
        for (var i = 0; i < raw.Length; i++)
        {
            var changed = (byte[])raw.Clone();
            changed[i] ^= 1;
            var ok = SignedTransaction.TryDecode(changed, out var signed);
            Assert.False(ok && signed!.Hash.ToString() == vector.Text("hash"));
            Assert.False(ok && signed!.Sender.ToString() == vector.Text("sender"));
            Assert.True(!ok || signed!.Raw.Span.SequenceEqual(changed));
        }

        Assert.False(SignedTransaction.TryDecode([.. raw, 0], out _));
        Assert.False(SignedTransaction.TryDecode(raw.AsSpan(0, raw.Length - 1), out _));
    });

    /// <summary>Law: random bytes never throw. 5,000 cases.</summary>
    [Fact]
    public void TryDecode_RandomBytes_IsRefused() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => !SignedTransaction.TryDecode([2, 0xF8, .. bytes], out _) && !SignedTransaction.TryDecode(bytes, out _))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Fact]
    public void Sign_MaxFeeBelowPriorityFee_Throws()
    {
        using var key = PrivateKey.Generate();
        var transaction = Transaction(Vectors.First()) with { MaxFeePerGas = 1, MaxPriorityFeePerGas = 2 };
        Assert.Throws<InvalidOperationException>(() => transaction.Sign(key));
    }

    [Fact]
    public void Sign_Twice_HasTwoHashesAndOneSender()
    {
        using var key = PrivateKey.Generate();
        var transaction = Transaction(Vectors.First());
        var (first, second) = (transaction.Sign(key), transaction.Sign(key));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.Equal((key.Address, key.Address), (first.Sender, second.Sender));
        Assert.True(SignedTransaction.TryDecode(first.Raw.Span, out var decoded));
        Assert.Equal(key.Address, decoded.Sender);
    }

    private static Eip1559Transaction Transaction(JsonElement vector) => new()
    {
        ChainId = vector.GetProperty("chainId").GetUInt64(),
        AccountNonce = vector.GetProperty("nonce").GetUInt64(),
        MaxPriorityFeePerGas = Number(vector, "maxPriorityFeePerGas"),
        MaxFeePerGas = Number(vector, "maxFeePerGas"),
        GasLimit = (ulong)Number(vector, "gas"),
        To = vector.GetProperty("to").GetString() is { } to ? Address.Parse(to) : null,
        Value = Number(vector, "value"),
        Data = vector.Bytes("data"),
        AccessList = [.. vector.GetProperty("accessList").EnumerateArray().Select(Entry)],
    };

    private static AccessListEntry Entry(JsonElement entry) =>
        new(Address.Parse(entry.Text("address")), [.. entry.GetProperty("storageKeys").EnumerateArray().Select(key => Bytes32.Parse(key.GetString()!))]);

    private static BigInteger Number(JsonElement vector, string member) => BigInteger.Parse(vector.Text(member), CultureInfo.InvariantCulture);
}
