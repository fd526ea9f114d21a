using System.Diagnostics;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Firmware.Simulator;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.Programs;

/// <summary>The gateway's process killed with SIGKILL while its node goes on sensing, with the chain away all the time.</summary>
public sealed class GatewayKillTests : IDisposable
{
    private const int Kills = 3;
    private const int MovesBetween = 12;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Uri NoChain = new("http://127.0.0.1:9");

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-kill-").FullName;
    private readonly BuiltProgram _gateway = new("quarantine-gateway");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_KilledInTheMiddleAgainAndAgain_EveryEventStoredOnce()
    {
        var community = Keccak256.Hash("kill"u8);
        await using var house = await TestHouse.CreateAsync(_folder, "house-1", community, TestHouse.NoDeployment(_folder), NoChain);
        await _gateway.JsonAsync("init", "--config", house.Configuration, "--password-file", house.PasswordFile);
        house.Node.PowerOn();

        for (var kill = 0; kill < Kills; kill++)
        {
            using var running = _gateway.Start("run", "--config", house.Configuration);
            var before = house.Node.EventsMade;
            await MoveDoorAsync(house.Node);
            await WaitAsync(() => house.Node.EventsMade > before, running);
            await WaitAsync(() => house.Node.Queued < MovesBetween, running);
            running.Kill();
            await running.WaitForExitAsync();
        }

        using (var running = _gateway.Start("run", "--config", house.Configuration))
        {
            await MoveDoorAsync(house.Node);
            await WaitAsync(() => house.Node.Idle, running);
            running.Kill();
            await running.WaitForExitAsync();
        }

        var status = await _gateway.JsonAsync("status", "--config", house.Configuration);
        Assert.Equal(house.Node.EventsMade, status.GetProperty("events").GetInt64());
        Assert.Equal(0, status.GetProperty("nodes")[0].GetProperty("lost").GetInt64());
        Assert.True(house.Node.EventsMade >= (Kills + 1) * MovesBetween);
    }

    /// <summary>Opens and closes the door, each longer than a contact bounces.</summary>
    private static async Task MoveDoorAsync(SimulatedNode node)
    {
        for (var move = 0; move < MovesBetween; move++)
        {
            node.SetDoor(move % 2 == 0);
            await Task.Delay(TimeSpan.FromMilliseconds(80), TimeProvider.System);
        }
    }

    private static async Task WaitAsync(Func<bool> condition, Process running)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.False(running.HasExited, running.HasExited ? await running.StandardError.ReadToEndAsync() : "");
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, "The gateway did not take the events in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
