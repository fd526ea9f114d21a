using System.Numerics;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Transactions;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.Nodes;

/// <summary>What every implementation of the port must do, each call against a real EVM.</summary>
public abstract class EthereumNodeContract : IAsyncLifetime
{
    private AnvilServer _anvil = null!;

    /// <summary>The implementation under test, connected to <see cref="InitializeAsync"/>'s chain.</summary>
    protected IEthereumNode Node { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _anvil = await AnvilServer.StartAsync(new AnvilOptions { StartTimestamp = 1_700_000_000, SlotsInAnEpoch = 1 });
        Node = Connect(_anvil);
    }

    public async Task DisposeAsync() => await _anvil.DisposeAsync();

    /// <summary>Makes the implementation; what it holds is released with the test process.</summary>
    protected abstract IEthereumNode Connect(AnvilServer anvil);

    [Fact]
    public async Task GetChainId_Anvil_IsItsChainId() => Assert.Equal(31_337UL, await Node.GetChainIdAsync());

    [Fact]
    public async Task GetBlock_EachReference_IsTheRightBlock()
    {
        await _anvil.MineAsync(4);
        await _anvil.MineAtAsync(1_800_000_000);
        var latest = await Node.GetBlockAsync(BlockReference.Latest);
        var parent = await Node.GetBlockAsync(BlockReference.At(4));
        var genesis = await Node.GetBlockAsync(BlockReference.Earliest);
        Assert.Equal(5UL, await Node.GetBlockNumberAsync());
        Assert.Equal((5UL, 1_800_000_000UL), (latest!.Number, latest.Timestamp));
        Assert.Equal(parent!.Hash, latest.ParentHash);
        Assert.Equal(1_700_000_000UL, genesis!.Timestamp);
        Assert.True(latest.BaseFeePerGas > 0);
        Assert.Equal(latest, await Node.GetBlockAsync(BlockReference.At(latest.Hash)));
        Assert.Equal(4UL, (await Node.GetBlockAsync(BlockReference.Safe))!.Number);
        Assert.Equal(3UL, (await Node.GetBlockAsync(BlockReference.Finalized))!.Number);
    }

    [Fact]
    public async Task GetBlock_UnknownNumberOrHash_IsNull()
    {
        Assert.Null(await Node.GetBlockAsync(BlockReference.At(1_000_000)));
        Assert.Null(await Node.GetBlockAsync(BlockReference.At(Bytes32.FromUInt64(1))));
    }

    [Fact]
    public async Task GetBalance_FullRangeOfUInt256_IsExact()
    {
        var most = (BigInteger.One << 256) - 1;
        var account = Address.Parse("0x00000000000000000000000000000000000000aa");
        await _anvil.SetBalanceAsync(account, most);
        Assert.Equal(most, await Node.GetBalanceAsync(account, BlockReference.Latest));
        Assert.Equal(0, await Node.GetBalanceAsync(Address.Parse("0x00000000000000000000000000000000000000ab"), BlockReference.Latest));
    }

    [Fact]
    public async Task SendRawTransaction_ContractCreation_HasReceiptCodeAndTransaction()
    {
        var sender = _anvil.Keys[0];
        var receipt = await Wallet.ExecuteAsync(_anvil, sender, null, Contracts.Echo);
        var info = await Node.GetTransactionAsync(receipt.TransactionHash);
        Assert.True(receipt.Succeeded);
        Assert.Equal(ContractAddress.Of(sender.Address, 0), receipt.ContractAddress);
        Assert.Null(receipt.To);
        Assert.Equal(sender.Address, receipt.From);
        Assert.InRange(receipt.GasUsed, 53_000UL, 100_000UL);
        Assert.True(receipt.EffectiveGasPrice > Wallet.Gwei);
        Assert.Equal(Contracts.Echo[12..], await Node.GetCodeAsync(receipt.ContractAddress!.Value, BlockReference.Latest));
        Assert.Equal((receipt.BlockNumber, receipt.BlockHash), (info!.BlockNumber, info.BlockHash));
        Assert.Equal((sender.Address, null, 0UL), (info.From, info.To, info.AccountNonce));
        Assert.Equal(20 * (BigInteger)Wallet.Gwei, info.MaxFeePerGas);
        Assert.Equal(Contracts.Echo, info.Data.ToArray());
        Assert.Equal(1UL, await Node.GetTransactionCountAsync(sender.Address, BlockReference.Latest));
    }

    [Fact]
    public async Task GetLogs_ByAddressTopicAndRange_GivesTheEvents()
    {
        var echo = await Wallet.DeployAsync(_anvil, Contracts.Echo);
        var other = await Wallet.DeployAsync(_anvil, Contracts.Echo);
        var topic = EventTopic.Of("Sent(bytes)");
        var data = new AbiWriter().Bytes32(topic).Bytes([1, 2, 3]).ToArray();
        var receipt = await Wallet.ExecuteAsync(_anvil, _anvil.Keys[1], echo, data);
        await Wallet.ExecuteAsync(_anvil, _anvil.Keys[1], other, data);
        await Wallet.ExecuteAsync(_anvil, _anvil.Keys[1], echo, Bytes32.FromUInt64(7).ToArray());
        var filter = new LogFilter { From = BlockReference.Earliest, Addresses = [echo], Topics = [[topic, Bytes32.Zero]] };
        var log = Assert.Single(await Node.GetLogsAsync(filter));
        Assert.True(log.Is(echo, topic, 0));
        Assert.Equal(data, log.Data.ToArray());
        Assert.Equal((receipt.BlockNumber, receipt.BlockHash), (log.BlockNumber, log.BlockHash));
        Assert.Equal((receipt.TransactionHash, 0UL, 0UL, false), (log.TransactionHash, log.TransactionIndex, log.LogIndex, log.Removed));
        Assert.Equal(log.Data.ToArray(), Assert.Single(receipt.Logs).Data.ToArray());
        Assert.Single(await Node.GetLogsAsync(new LogFilter { BlockHash = receipt.BlockHash }));
        Assert.Equal(3, (await Node.GetLogsAsync(new LogFilter { From = BlockReference.Earliest, Topics = [[]] })).Count);
        Assert.Equal(2, (await Node.GetLogsAsync(filter with { Addresses = [echo, other] })).Count);
        Assert.Empty(await Node.GetLogsAsync(filter with { From = BlockReference.At(receipt.BlockNumber + 1) }));
    }

    [Fact]
    public async Task GetLogs_TenThousand_AreAllThereInOrder()
    {
        var contract = await Wallet.DeployAsync(_anvil, Contracts.Chatterbox);
        for (var i = 0; i < 2; i++)
        {
            var receipt = await Wallet.ExecuteAsync(_anvil, _anvil.Keys[0], contract, Bytes32.FromUInt64(5000).ToArray());
            Assert.Equal((true, 5000), (receipt.Succeeded, receipt.Logs.Count));
        }

        var logs = await Node.GetLogsAsync(new LogFilter { From = BlockReference.Earliest, Addresses = [contract] });
        Assert.Equal(10_000, logs.Count);
        Assert.All(logs, (log, i) => Assert.Equal(
            (2 + ((ulong)i / 5000), (ulong)i % 5000, Bytes32.FromUInt64(5000 - ((ulong)i % 5000)), 96),
            (log.BlockNumber, log.LogIndex, log.Topics[0], log.Data.Length)));
    }

    [Fact]
    public async Task Call_OfAContract_ReturnsItsData()
    {
        var echo = await Wallet.DeployAsync(_anvil, Contracts.Echo);
        var result = await Node.CallAsync(new CallRequest(echo, new byte[] { 1, 2, 3 }), BlockReference.Latest);
        Assert.Equal([1, 2, 3], result.ReturnDataOrThrow().ToArray());
        Assert.Null(result.Revert);
    }

    [Fact]
    public async Task Call_AtAHash_SeesThatBlock()
    {
        var before = await Node.GetBlockAsync(BlockReference.Latest);
        var echo = await Wallet.DeployAsync(_anvil, Contracts.Echo);
        var call = new CallRequest(echo, new byte[] { 1 });
        Assert.Equal(0, (await Node.CallAsync(call, BlockReference.At(before!.Hash))).ReturnDataOrThrow().Length);
        Assert.Equal(1, (await Node.CallAsync(call, BlockReference.Latest)).ReturnDataOrThrow().Length);
    }

    [Fact]
    public async Task Call_ThatReverts_GivesTheCustomError()
    {
        var refuser = await Wallet.DeployAsync(_anvil, Contracts.Refuser);
        var error = FunctionSelector.Of("TooEarly(uint64,address)");
        var data = new AbiWriter().UInt64(42).Address(refuser).ToCall(error);
        var result = await Node.CallAsync(new CallRequest(refuser, data), BlockReference.Latest);
        Assert.True(result.Revert!.TryDecode(error, (ref AbiReader r, out ulong slot) => r.TryReadUInt64(out slot) & r.TryReadAddress(out _), out var slot));
        Assert.Equal(42UL, slot);
        Assert.Throws<RevertException>(() => result.ReturnDataOrThrow());
    }

    [Fact]
    public async Task Call_ThatRevertsWithAMessage_ShowsIt()
    {
        var refuser = await Wallet.DeployAsync(_anvil, Contracts.Refuser);
        var data = new AbiWriter().String("not today").ToCall(FunctionSelector.Of("Error(string)"));
        var result = await Node.CallAsync(new CallRequest(refuser, data), BlockReference.Latest);
        Assert.Equal("not today", result.Revert!.ToString());
        var exception = await Assert.ThrowsAsync<RevertException>(() => Node.EstimateGasAsync(new CallRequest(refuser, data)));
        Assert.Contains("not today", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ThatRevertsWithoutData_IsARevert()
    {
        var refuser = await Wallet.DeployAsync(_anvil, Contracts.Refuser);
        var result = await Node.CallAsync(new CallRequest(refuser, default), BlockReference.Latest);
        Assert.Equal("no reason given", result.Revert!.ToString());
    }

    [Fact]
    public async Task EstimateGas_PlainTransfer_Is21000()
    {
        var call = new CallRequest(_anvil.Keys[1].Address, default) { From = _anvil.Keys[0].Address, Value = 1 };
        Assert.Equal(21_000UL, await Node.EstimateGasAsync(call));
    }

    [Fact]
    public async Task GetFeeHistory_ThreeBlocks_HasFourBaseFees()
    {
        await Wallet.DeployAsync(_anvil, Contracts.Echo);
        await _anvil.MineAsync(2);
        var history = await Node.GetFeeHistoryAsync(3, BlockReference.Latest, [10, 50]);
        Assert.Equal(1UL, history.OldestBlock);
        Assert.Equal(4, history.BaseFeePerGas.Count);
        Assert.Equal(3, history.GasUsedRatio.Count);
        Assert.All(history.Reward, block => Assert.Equal(2, block.Count));
        Assert.Equal(Wallet.Gwei, history.Reward[0][1]);
        Assert.Equal((await Node.GetBlockAsync(BlockReference.At(1)))!.BaseFeePerGas, history.BaseFeePerGas[0]);
        Assert.Empty((await Node.GetFeeHistoryAsync(1, BlockReference.Latest, [])).Reward);
        Assert.True(await Node.GetMaxPriorityFeePerGasAsync() >= 0);
    }

    [Fact]
    public async Task SendRawTransaction_EachRefusal_IsRecognised()
    {
        await _anvil.SetAutomineAsync(false);
        var (key, poor) = (_anvil.Keys[0], _anvil.Keys[1]);
        await _anvil.SetBalanceAsync(poor.Address, 1);
        var first = Wallet.Transaction(0, poor.Address);
        Assert.Equal(SendOutcome.Accepted, await SendAsync(first, key));
        Assert.Equal(SendOutcome.AlreadyKnown, await SendAsync(first, key, repeat: true));
        Assert.Equal(SendOutcome.ReplacementUnderpriced, await SendAsync(first with { Value = 1 }, key));
        Assert.Equal(SendOutcome.Accepted, await SendAsync(first with { MaxFeePerGas = 30 * Wallet.Gwei, MaxPriorityFeePerGas = 2 * Wallet.Gwei }, key));
        Assert.Equal(SendOutcome.InsufficientFunds, await SendAsync(first, poor));
        Assert.Equal(SendOutcome.GasLimit, await SendAsync(first with { AccountNonce = 1, GasLimit = 20_000 }, key));
        Assert.Equal(SendOutcome.GasLimit, await SendAsync(first with { AccountNonce = 1, GasLimit = 1_000_000_000 }, key));
        await _anvil.MineAsync();
        Assert.Equal(SendOutcome.NonceTooLow, await SendAsync(first with { Value = 2 }, key));
        Assert.Equal(SendOutcome.Underpriced, await SendAsync(first with { AccountNonce = 1, MaxFeePerGas = 1, MaxPriorityFeePerGas = 1 }, key));
    }

    [Fact]
    public async Task SendRawTransaction_Garbage_IsAnError()
    {
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => Node.SendRawTransactionAsync(new byte[] { 1, 2, 3 }));
        Assert.Equal(JsonRpcFailure.ErrorResponse, exception.Failure);
    }

    [Fact]
    public async Task GetTransactionCount_PendingAndLatest_Differ()
    {
        await _anvil.SetAutomineAsync(false);
        Assert.Equal(SendOutcome.Accepted, await SendAsync(Wallet.Transaction(0, Address.Zero), _anvil.Keys[0]));
        Assert.Equal(0UL, await Node.GetTransactionCountAsync(_anvil.Keys[0].Address, BlockReference.Latest));
        Assert.Equal(1UL, await Node.GetTransactionCountAsync(_anvil.Keys[0].Address, BlockReference.Pending));
    }

    [Fact]
    public async Task GetTransactionReceipts_MinedPendingAndUnknown_AreInOrder()
    {
        var mined = await Wallet.ExecuteAsync(_anvil, _anvil.Keys[0], Address.Zero);
        await _anvil.SetAutomineAsync(false);
        var pending = Wallet.Transaction(1, Address.Zero).Sign(_anvil.Keys[0]);
        await Node.SendRawTransactionAsync(pending.Raw);
        var receipts = await Node.GetTransactionReceiptsAsync([Bytes32.Zero, mined.TransactionHash, pending.Hash]);
        Assert.Equal([null, mined.TransactionHash, null], receipts.Select(receipt => receipt?.TransactionHash));
        Assert.Null((await Node.GetTransactionAsync(pending.Hash))!.BlockHash);
        Assert.Null(await Node.GetTransactionAsync(Bytes32.Zero));
        Assert.Null(await Node.GetTransactionReceiptAsync(pending.Hash));
    }

    [Fact]
    public async Task Reorganise_ABlockWithATransaction_ChangesHashAndTakesTheReceipt()
    {
        var receipt = await Wallet.ExecuteAsync(_anvil, _anvil.Keys[0], Address.Zero);
        await _anvil.ReorganiseAsync(1);
        var block = await Node.GetBlockAsync(BlockReference.At(receipt.BlockNumber));
        Assert.NotEqual(receipt.BlockHash, block!.Hash);
        Assert.Null(await Node.GetBlockAsync(BlockReference.At(receipt.BlockHash)));
        Assert.Null(await Node.GetTransactionReceiptAsync(receipt.TransactionHash));
    }

    private async Task<SendOutcome> SendAsync(Eip1559Transaction transaction, PrivateKey key, bool repeat = false)
    {
        // The same bytes again need the same signature, hence no random data.
        var result = await Node.SendRawTransactionAsync(transaction.Sign(key, []).Raw);
        Assert.Equal(repeat, result.Outcome == SendOutcome.AlreadyKnown);
        return result.Outcome;
    }
}
