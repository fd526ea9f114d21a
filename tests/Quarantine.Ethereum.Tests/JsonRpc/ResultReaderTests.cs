using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.JsonRpc.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.JsonRpc;

/// <summary>Logs, receipts, blocks, transactions and fee histories from hostile nodes.</summary>
public sealed class ResultReaderTests
{
    [Fact]
    public async Task Read_Log_HasAllMembers()
    {
        var log = Assert.Single(await Answers.ReadAsync<IReadOnlyList<LogEntry>>(Answers.Envelope($"[{Answers.Log}]"), LogJson.TryReadAll));
        Assert.Equal((Address.Parse(Answers.Account), 16UL, 2UL, 3UL, false), (log.Address, log.BlockNumber, log.TransactionIndex, log.LogIndex, log.Removed));
        Assert.Equal([Bytes32.Parse(Answers.Hash)], log.Topics.ToArray());
        Assert.Equal([1, 2], log.Data.ToArray());
    }

    [Fact]
    public async Task Read_Receipt_HasAllMembers()
    {
        var receipt = await Answers.ReadAsync<TransactionReceipt?>(Answers.Envelope(Answers.Receipt), ReceiptJson.TryRead);
        Assert.Equal((true, 21_000UL, null, Address.Parse(Answers.Account)), (receipt!.Succeeded, receipt.GasUsed, receipt.To, receipt.ContractAddress));
        Assert.Equal(2_000_000_000, receipt.EffectiveGasPrice);
        Assert.Single(receipt.Logs);
        Assert.Null(await Answers.ReadAsync<TransactionReceipt?>(Answers.Envelope("null"), ReceiptJson.TryRead));
    }

    [Fact]
    public async Task Read_BlockTransactionAndFees_HaveTheirMembers()
    {
        var block = await Answers.ReadAsync<Block?>(Answers.Envelope(Answers.Block), BlockJson.TryRead);
        var transaction = await Answers.ReadAsync<TransactionInfo?>(Answers.Envelope(Answers.Transaction), TransactionJson.TryRead);
        var history = await Answers.ReadAsync<FeeHistory?>(Answers.Envelope(Answers.FeeHistory), FeeHistoryJson.TryRead);
        Assert.Equal((16UL, 1_700_000_000UL, (BigInteger?)7), (block!.Number, block.Timestamp, block.BaseFeePerGas));
        Assert.Equal((9UL, (BigInteger?)2, null), (transaction!.AccountNonce, transaction.MaxFeePerGas, transaction.BlockNumber));
        Assert.Equal((1UL, 0.5, (BigInteger)8), (history!.OldestBlock, history.GasUsedRatio[0], history.BaseFeePerGas[1]));
    }

    [Theory]
    [InlineData("address")]
    [InlineData("topics")]
    [InlineData("data")]
    [InlineData("blockNumber")]
    [InlineData("blockHash")]
    [InlineData("transactionHash")]
    [InlineData("logIndex")]
    public async Task Read_LogWithoutAMemberOrWithItTwiceOrNull_IsMalformed(string member)
    {
        var log = JsonNode.Parse(Answers.Log)!.AsObject();
        var value = log[member]!.ToJsonString();
        log.Remove(member);
        var rest = log.ToJsonString()[1..];
        foreach (var changed in new[] { "{" + rest, $"{{\"{member}\":{value},\"{member}\":{value},{rest}", $"{{\"{member}\":null,{rest}", $"{{\"{member}\":[[]],{rest}" })
        {
            await AssertMalformedAsync<IReadOnlyList<LogEntry>>($"[{changed}]", LogJson.TryReadAll);
        }
    }

    [Theory]
    [InlineData("\"topics\":[\"0x11\"]")]
    [InlineData("\"topics\":[1]")]
    [InlineData("\"topics\":[null]")]
    [InlineData("\"topics\":[[]]")]
    [InlineData("\"topics\":[\"" + Answers.Hash + "\",\"" + Answers.Hash + "\",\"" + Answers.Hash + "\",\"" + Answers.Hash + "\",\"" + Answers.Hash + "\"]")]
    [InlineData("\"topics\":\"" + Answers.Hash + "\"")]
    public async Task Read_LogWithBadTopics_IsMalformed(string topics) =>
        await AssertMalformedAsync<IReadOnlyList<LogEntry>>($"[{Answers.Log.Replace($"\"topics\":[\"{Answers.Hash}\"]", topics, StringComparison.Ordinal)}]", LogJson.TryReadAll);

    [Theory]
    [InlineData("\"0x\"")]
    [InlineData("\"10\"")]
    [InlineData("\"0x-1\"")]
    [InlineData("\"0x 1\"")]
    [InlineData("\"0x1 \"")]
    [InlineData("\"0x10000000000000000\"")]
    [InlineData("\"\\u0030x1\"")]
    [InlineData("16")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("{}")]
    public async Task Read_NumberOfAnotherForm_IsMalformed(string number) => await AssertMalformedAsync<ulong>(number, JsonHex.TryReadQuantity);

    [Theory]
    [InlineData("\"0x0\"", 0)]
    [InlineData("\"0x0010\"", 16)]
    [InlineData("\"0xffffffffffffffff\"", ulong.MaxValue)]
    [InlineData("\"0x000000000000000000ffffffffffffffff\"", ulong.MaxValue)]
    public async Task Read_Number_IsRead(string number, ulong value) =>
        Assert.Equal(value, await Answers.ReadAsync<ulong>(Answers.Envelope(number), JsonHex.TryReadQuantity));

    [Fact]
    public async Task Read_LargeNumber_UpTo256BitsOnly()
    {
        var most = "\"0x" + new string('f', 64) + "\"";
        Assert.Equal((BigInteger.One << 256) - 1, await Answers.ReadAsync<BigInteger>(Answers.Envelope(most), JsonHex.TryReadQuantity));
        await AssertMalformedAsync<BigInteger>("\"0x0" + new string('f', 64) + "\"", JsonHex.TryReadQuantity);
        await AssertMalformedAsync<BigInteger>("\"0x-1\"", JsonHex.TryReadQuantity);
    }

    [Theory]
    [InlineData("\"0x1\"")]
    [InlineData("\"0102\"")]
    [InlineData("\"0xzz\"")]
    [InlineData("\"0X01\"")]
    [InlineData("\"\"")]
    public async Task Read_BytesOfAnotherForm_IsMalformed(string data) => await AssertMalformedAsync<byte[]>(data, JsonHex.TryReadData!);

    [Theory]
    [InlineData("\"status\":\"0x1\"", "\"status\":\"0x2\"")]
    [InlineData("\"status\":\"0x1\",", "")]
    [InlineData("\"gasUsed\":\"0x5208\"", "\"gasUsed\":null")]
    [InlineData("\"logs\":[", "\"logs\":[null,")]
    public async Task Read_ReceiptSpoiled_IsMalformed(string old, string spoiled) =>
        await AssertMalformedAsync<TransactionReceipt?>(Answers.Receipt.Replace(old, spoiled, StringComparison.Ordinal), ReceiptJson.TryRead);

    [Theory]
    [InlineData("\"gasUsedRatio\":[0.5]", "\"gasUsedRatio\":[]")]
    [InlineData("\"gasUsedRatio\":[0.5]", "\"gasUsedRatio\":[1.5]")]
    [InlineData("\"gasUsedRatio\":[0.5]", "\"gasUsedRatio\":[-0.5]")]
    [InlineData("\"gasUsedRatio\":[0.5]", "\"gasUsedRatio\":[\"NaN\"]")]
    [InlineData("\"reward\":[[\"0x1\"]]", "\"reward\":[[],[]]")]
    public async Task Read_FeeHistorySpoiled_IsMalformed(string old, string spoiled) =>
        await AssertMalformedAsync<FeeHistory?>(Answers.FeeHistory.Replace(old, spoiled, StringComparison.Ordinal), FeeHistoryJson.TryRead);

    /// <summary>Without one of its members, or with one of them null, twice, or of another form: no member of a result is taken on trust.</summary>
    [Fact]
    public async Task Read_EachMemberMissingNullTwiceOrOfAnotherForm_IsMalformed()
    {
        await AssertMembersAsync<TransactionReceipt?>(Answers.Receipt, ReceiptJson.TryRead, "to contractAddress logsBloom");
        await AssertMembersAsync<Block?>(Answers.Block, BlockJson.TryRead, "baseFeePerGas transactions withdrawals");
        await AssertMembersAsync<TransactionInfo?>(Answers.Transaction, TransactionJson.TryRead, "to type maxFeePerGas maxPriorityFeePerGas blockNumber blockHash accessList");
        await AssertMembersAsync<FeeHistory?>(Answers.FeeHistory, FeeHistoryJson.TryRead, "reward");
    }

    /// <summary>Law: whatever bytes a node sends, there is a result or a JsonRpcException. 4,000 spoiled answers of each kind.</summary>
    [Fact]
    public void Read_BytesChanged_ThrowsNothingElse()
    {
        AssertNothingElse<IReadOnlyList<LogEntry>>($"[{Answers.Log},{Answers.Log}]", LogJson.TryReadAll);
        AssertNothingElse<TransactionReceipt?>(Answers.Receipt, ReceiptJson.TryRead);
        AssertNothingElse<Block?>(Answers.Block, BlockJson.TryRead);
        AssertNothingElse<TransactionInfo?>(Answers.Transaction, TransactionJson.TryRead);
        AssertNothingElse<FeeHistory?>(Answers.FeeHistory, FeeHistoryJson.TryRead);
    }

    private static async Task AssertMembersAsync<T>(string result, JsonRpcResultReader<T> read, string optional)
    {
        foreach (var (name, value) in JsonNode.Parse(result)!.AsObject().ToArray())
        {
            var others = JsonNode.Parse(result)!.AsObject();
            others.Remove(name);
            var rest = others.ToJsonString()[1..];
            if (!optional.Split(' ').Contains(name))
            {
                await AssertMalformedAsync("{" + rest, read);
                await AssertMalformedAsync($"{{\"{name}\":null,{rest}", read);
                await AssertMalformedAsync($"{{\"{name}\":{value!.ToJsonString()},\"{name}\":{value.ToJsonString()},{rest}", read);
                await AssertMalformedAsync($"{{\"{name}\":true,{rest}", read);
            }
        }
    }

    private static void AssertNothingElse<T>(string result, JsonRpcResultReader<T> read)
    {
        var answer = Answers.Envelope(result);
        var bytes = Gen.OneOf(Gen.Choose(0, 255), Gen.Elements('"', '{', '}', '[', ']', ',', ':', '\\', '0', 'x').Select(c => (int)c)).Select(n => (byte)n);
        var edits = (from position in Gen.Choose(0, answer.Length - 1) from value in bytes select (position, value)).NonEmptyListOf();
        Prop.ForAll(edits.ToArbitrary(), changes =>
        {
            var changed = (byte[])answer.Clone();
            foreach (var (position, value) in changes.Take(3))
            {
                changed[position] = value;
            }

            return ReadsOrRefusesAsync(changed, read);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4000));
    }

    private static async Task<bool> ReadsOrRefusesAsync<T>(byte[] answer, JsonRpcResultReader<T> read)
    {
        try
        {
            await Answers.ReadAsync(answer, read);
            return true;
        }
        catch (JsonRpcException)
        {
            return true;
        }
    }

    private static async Task AssertMalformedAsync<T>(string result, JsonRpcResultReader<T> read)
    {
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => Answers.ReadAsync(Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":1,"result":{{result}}}"""), read));
        Assert.Equal(JsonRpcFailure.Malformed, exception.Failure);
    }
}
