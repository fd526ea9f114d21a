using System.Diagnostics;
using System.Net.Sockets;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Tests.Nodes;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.TestKit;

public sealed class AnvilServerTests
{
    [Fact]
    public async Task StartAsync_Options_AreTheChains()
    {
        var options = new AnvilOptions { ChainId = 4711, Accounts = 3, StartTimestamp = 1_600_000_000 };
        await using var anvil = await AnvilServer.StartAsync(options);
        Assert.Equal(4711UL, await anvil.Node.GetChainIdAsync());
        Assert.Equal(3, anvil.Keys.Count);
        Assert.Equal(1_600_000_000UL, (await anvil.Node.GetBlockAsync(BlockReference.Latest))!.Timestamp);
        Assert.All(anvil.Keys, key => Assert.True(key.Address != Address.Zero));
        Assert.True(await anvil.Node.GetBalanceAsync(anvil.Keys[2].Address, BlockReference.Latest) > 0);
    }

    [Fact]
    public async Task StartAsync_SeveralAtOnce_AreSeparateChains()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => AnvilServer.StartAsync()));
        try
        {
            await servers[0].MineAsync(5);
            Assert.Equal(3, servers.Select(server => server.Url.Port).Distinct().Count());
            var heights = await Task.WhenAll(servers.Select(server => server.Node.GetBlockNumberAsync()));
            Assert.Equal([5UL, 0UL, 0UL], heights);
        }
        finally
        {
            await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        }
    }

    [Fact]
    public async Task StartAsync_OptionThatAnvilRefuses_SaysWhy()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => AnvilServer.StartAsync(new AnvilOptions { Arguments = ["--no-such-option"] }));
        Assert.Contains("--no-such-option", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_SnapshotRevertTimeAndBalance_Work()
    {
        await using var anvil = await AnvilServer.StartAsync(new AnvilOptions { StartTimestamp = 1_000, NoMining = true });
        var snapshot = await anvil.SnapshotAsync();
        await anvil.SetNextBlockTimestampAsync(5_000);
        await anvil.MineAsync();
        Assert.Equal(5_000UL, (await anvil.Node.GetBlockAsync(BlockReference.Latest))!.Timestamp);
        await anvil.SetBalanceAsync(Address.Zero, 7);
        Assert.Equal(7, await anvil.Node.GetBalanceAsync(Address.Zero, BlockReference.Latest));
        await anvil.RevertAsync(snapshot);
        Assert.Equal(0UL, await anvil.Node.GetBlockNumberAsync());
        await anvil.SetCodeAsync(Address.Zero, new byte[] { 0xFE });
        Assert.Equal([0xFE], await anvil.Node.GetCodeAsync(Address.Zero, BlockReference.Latest));
    }

    [Fact]
    public async Task DropTransactionAsync_PendingTransaction_IsForgotten()
    {
        await using var anvil = await AnvilServer.StartAsync(new AnvilOptions { NoMining = true });
        var signed = Wallet.Transaction(0, Address.Zero).Sign(anvil.Keys[0]);
        Assert.Equal(SendOutcome.Accepted, (await anvil.Node.SendRawTransactionAsync(signed.Raw)).Outcome);
        Assert.NotNull(await anvil.Node.GetTransactionAsync(signed.Hash));
        await anvil.DropTransactionAsync(signed.Hash);
        Assert.Null(await anvil.Node.GetTransactionAsync(signed.Hash));
    }

    [Fact]
    public async Task DisposeAsync_RunningServer_EndsTheProcess()
    {
        var anvil = await AnvilServer.StartAsync();
        using var process = Process.GetProcessById(anvil.ProcessId);
        Assert.False(process.HasExited);
        await anvil.DisposeAsync();
        Assert.True(process.HasExited);
    }

    [Fact]
    public async Task KillAsync_RunningServer_BreaksTheConnection()
    {
        await using var anvil = await AnvilServer.StartAsync();
        await anvil.KillAsync();
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => anvil.Node.GetBlockNumberAsync());
        Assert.Equal(JsonRpcFailure.Transport, exception.Failure);
    }

    [Fact]
    public async Task StartAsync_StateFileAndPortOfAnEndedServer_GoesOn()
    {
        var file = Path.Combine(Path.GetTempPath(), $"quarantine-anvil-{Guid.CreateVersion7():n}.json");
        try
        {
            int port;
            await using (var first = await AnvilServer.StartAsync(new AnvilOptions { StateFile = file }))
            {
                port = first.Url.Port;
                await Wallet.ExecuteAsync(first, first.Keys[0], Address.Zero);
            }

            await using var second = await AnvilServer.StartAsync(new AnvilOptions { StateFile = file, Port = port });
            Assert.Equal(port, second.Url.Port);
            Assert.Equal(1UL, await second.Node.GetTransactionCountAsync(second.Keys[0].Address, BlockReference.Latest));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
