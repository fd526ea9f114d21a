using System.Diagnostics;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.GatewayMachine;

/// <summary>The script that systemd runs after the broker has ended, with a real Mosquitto and a store that it cannot read.</summary>
public sealed class BrokerStoreTests
{
    [Fact]
    public async Task SetAside_AStoreThatKeepsMosquittoFromStarting_LetsItStart()
    {
        await using var broker = await MosquittoServer.StartAsync();
        await broker.StopAsync();
        await File.WriteAllBytesAsync(Store(broker), new byte[4096]);
        await Assert.ThrowsAsync<InvalidOperationException>(broker.RestartAsync);

        await RunAsync(broker, "exit-code", "1");

        Assert.Equal(new byte[4096], await File.ReadAllBytesAsync($"{Store(broker)}.damaged"));
        await broker.RestartAsync();
    }

    [Fact]
    public async Task SetAside_AStoreThatMosquittoReads_IsLeftWhateverElseKeptItFromStarting()
    {
        await using var broker = await MosquittoServer.StartAsync();
        await broker.StopAsync();
        var store = await File.ReadAllBytesAsync(Store(broker));

        await RunAsync(broker, "exit-code", "1");

        Assert.Equal(store, await File.ReadAllBytesAsync(Store(broker)));
    }

    [Fact]
    public async Task SetAside_ASecondDamagedStore_KeepsTheFirst()
    {
        await using var broker = await MosquittoServer.StartAsync();
        await broker.StopAsync();
        await File.WriteAllTextAsync($"{Store(broker)}.damaged", "first");
        await File.WriteAllBytesAsync(Store(broker), new byte[4096]);

        await RunAsync(broker, "exit-code", "1");

        Assert.Equal("first", await File.ReadAllTextAsync($"{Store(broker)}.damaged"));
        Assert.Equal(new byte[4096], await File.ReadAllBytesAsync($"{Store(broker)}.damaged.2"));
        Assert.False(File.Exists(Store(broker)));
    }

    [Theory]
    [InlineData("success", "0", false)]
    [InlineData("signal", "KILL", false)]
    [InlineData("exit-code", "1", true)]
    public async Task SetAside_ABrokerThatEndedOtherwise_LeavesItsStore(string result, string status, bool wasUp)
    {
        await using var broker = await MosquittoServer.StartAsync();
        await broker.StopAsync();
        await File.WriteAllTextAsync(Store(broker), "kept");
        if (wasUp)
        {
            await File.WriteAllTextAsync(Up(broker), "");
        }

        await RunAsync(broker, result, status);

        Assert.Equal("kept", await File.ReadAllTextAsync(Store(broker)));
    }

    private static string Store(MosquittoServer broker) => Path.Combine(broker.Folder, "mosquitto.db");

    private static string Up(MosquittoServer broker) => Path.Combine(broker.Folder, "up");

    /// <summary>With the variables that systemd sets (systemd.exec(5)).</summary>
    private static async Task RunAsync(MosquittoServer broker, string result, string status)
    {
        var start = new ProcessStartInfo(Path.Combine(GatewayPage.Folder, "bin", "set-broker-store-aside"), [broker.Folder, Up(broker)]);
        start.Environment["SERVICE_RESULT"] = result;
        start.Environment["EXIT_STATUS"] = status;
        using var script = Process.Start(start)!;
        await script.WaitForExitAsync();
        Assert.Equal(0, script.ExitCode);
    }
}
