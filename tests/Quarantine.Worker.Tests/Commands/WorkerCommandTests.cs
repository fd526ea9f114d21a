using System.CommandLine;
using System.Text.Json;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Mqtt;
using Quarantine.RingSignatures.Keys;
using Quarantine.TestKit;
using Quarantine.TestKit.Communities;
using Quarantine.TestKit.Programs;
using Quarantine.TestKit.Time;
using Quarantine.Worker.Commands;

namespace Quarantine.Worker.Tests.Commands;

/// <summary>A worker's evening, typed as at a terminal, with a real broker and a real chain.</summary>
public sealed class WorkerCommandTests : IAsyncLifetime
{
    private readonly TestTerminal _terminal = new() { Clock = new SimulatedClock(TestCommunity.Start.AddHours(21)) };
    private TestCommunity _community = null!;
    private SealingPublicKey _sealing;

    public async Task InitializeAsync()
    {
        _community = await TestCommunity.StartAsync();
        DeploymentFile.Save(_terminal.PathOf("deployment.json"), _community.Deployment);
        var account = _community.Chain.Keys[1];
        var key = _community.Chain.Keys[5].PublicKey;
        Assert.True(SealingPublicKey.TryCreate(key.X, key.Y, out _sealing));
        _terminal.Environment["QUARANTINE_RPC"] = _community.Chain.Url.ToString();
        _terminal.Environment["QUARANTINE_DEPLOYMENT"] = _terminal.PathOf("deployment.json");
        _terminal.Environment["QUARANTINE_KEY"] = _terminal.WriteKeystore("account.json", account, "pw");
        _terminal.Environment["QUARANTINE_SEALING_KEY"] = _terminal.WriteKeystore("sealing.json", _community.Chain.Keys[5], "pw");
        _terminal.Environment["PASSWORD"] = "pw";
        await _community.CallRegistryAsync(CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, account.Address, key.X, key.Y));
    }

    public async Task DisposeAsync()
    {
        _terminal.Dispose();
        await _community.DisposeAsync();
    }

    [Fact]
    public async Task Help_OfEveryCommand_IsAsAgreed()
    {
        var text = new List<string>();
        foreach (var command in WorkerProgram.Create(_terminal.Context(TextWriter.Null, TextWriter.Null)).Root.Subcommands.Select(command => command.Name).Prepend(""))
        {
            string[] arguments = command.Length == 0 ? ["--help"] : [command, "--help"];
            var result = await _terminal.RunAsync(WorkerProgram.Create, arguments);
            Assert.Equal(0, result.ExitCode);
            text.Add($"$ quarantine-worker {string.Join(' ', arguments)}\n{result.Output.Replace(RootCommand.ExecutableName, "quarantine-worker", StringComparison.Ordinal)}");
        }

        GoldenText.Check("help", string.Join('\n', text));
    }

    [Fact]
    public async Task Init_WithAPersonAtTheTerminal_MakesTwoKeystoresUnderOnePassword()
    {
        _terminal.Answers.Enqueue("correct horse");
        _terminal.Answers.Enqueue("correct horse");
        string[] init = ["init", "--account-out", _terminal.PathOf("a.json"), "--sealing-out", _terminal.PathOf("s.json"), "--json"];

        var result = await _terminal.RunAsync(WorkerProgram.Create, init);

        Assert.Equal(0, result.ExitCode);
        var made = JsonDocument.Parse(result.Output).RootElement;
        using var account = Ethereum.Keystore.KeystoreFile.Decrypt(await File.ReadAllBytesAsync(_terminal.PathOf("a.json")), "correct horse");
        using var sealing = Ethereum.Keystore.KeystoreFile.Decrypt(await File.ReadAllBytesAsync(_terminal.PathOf("s.json")), "correct horse");
        Assert.Equal(account.Address.ToString(), made.GetProperty("account").GetString());
        Assert.Equal(sealing.PublicKey.ToString(), made.GetProperty("sealingKey").GetString());
        Assert.NotEqual(account.Address, sealing.Address);
        Assert.Equal(2, _terminal.Questions.Count);
        Assert.DoesNotContain("correct horse", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await _terminal.RunAsync(WorkerProgram.Create, init)).ExitCode);
    }

    [Fact]
    public async Task Watch_MessageFromTheBroker_IsShownOnceAndThenOpenedAcknowledgedAndResolved()
    {
        await using var broker = await MosquittoServer.StartAsync();
        var message = TestEmergency.Seal(_community, _community.Members[0], _sealing);
        var hash = Keccak256.Hash(message).ToString();

        var lines = await WatchAsync(broker, message, until: "Waiting");

        Assert.Equal([hash], lines.Select(line => line.GetProperty("hash").GetString()));
        Check("open", await RunAsync("open", hash, "--inbox", Inbox));
        Check("acknowledge", await RunAsync("acknowledge", hash, "--inbox", Inbox));
        Check("resolve", await RunAsync("resolve", hash));
        Check("watch-once", await RunAsync("watch", "--once", "--inbox", Inbox));
        var opened = await RunAsync("open", hash, "--inbox", Inbox, "--json");
        Assert.True(JsonDocument.Parse(opened.Output).RootElement.GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task Open_WhatTheChainAnnouncesButDidNotBring_SaysWhatToDo()
    {
        var message = TestEmergency.Seal(_community, _community.Members[0], _sealing);
        await _community.CallAsync(
            _community.Members[1].Account, _community.Deployment.EmergencyBoard, EmergencyBoardCalls.Post(TestCommunity.Id, Keccak256.Hash(message)));

        var announced = await RunAsync("open", Keccak256.Hash(message).ToString(), "--inbox", Inbox);
        var unknown = await RunAsync("open", Bytes32.FromUInt64(1).ToString(), "--inbox", Inbox);

        Assert.Equal(3, announced.ExitCode);
        Assert.Equal(3, unknown.ExitCode);
        GoldenText.Check("open-nothing", announced.Error + unknown.Error);
    }

    [Fact]
    public async Task Open_AForgedHouseNumberWithATerminalsControlCharacters_ShowsTheFailedChecksAndNothingElseMoves()
    {
        var member = _community.Members[0];
        var number = TestCommunity.HouseNumber(member).Sign(_community.Deployment.Domain, member.Account);
        var content = TestEmergency.Content(number) with { Name = "Eve \u202Egnaw" };
        var message = TestEmergency.Seal(content, _community.Deployment.Domain, member.Account, _sealing);
        await _community.CallAsync(
            member.Account, _community.Deployment.EmergencyBoard, EmergencyBoardCalls.Publish(TestCommunity.Id, message));

        var opened = await RunAsync("open", Keccak256.Hash(message).ToString(), "--inbox", Inbox);

        Assert.Equal(7, opened.ExitCode);
        GoldenText.Check("open-forged", opened.Output);
    }

    [Fact]
    public async Task Acknowledge_AfterSomebodyElse_IsRefusedWithAdvice()
    {
        var other = _community.Chain.Keys[2];
        var hash = Bytes32.FromUInt64(77);
        await _community.CallRegistryAsync(CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, other.Address, other.PublicKey.X, other.PublicKey.Y));
        await _community.CallAsync(other, _community.Deployment.EmergencyBoard, EmergencyBoardCalls.Post(TestCommunity.Id, hash));
        await _community.CallAsync(other, _community.Deployment.EmergencyBoard, EmergencyBoardCalls.Acknowledge(TestCommunity.Id, hash));

        var result = await RunAsync("acknowledge", hash.ToString(), "--inbox", Inbox);

        Assert.Equal(6, result.ExitCode);
        GoldenText.Check("acknowledge-late", result.Error);
    }

    [Fact]
    public async Task Resolve_BeforeAnybodyAcknowledged_IsRefusedWithAdvice()
    {
        var hash = Bytes32.FromUInt64(78);
        await _community.CallAsync(_community.Members[0].Account, _community.Deployment.EmergencyBoard, EmergencyBoardCalls.Post(TestCommunity.Id, hash));

        var result = await RunAsync("resolve", hash.ToString());

        Assert.Equal(6, result.ExitCode);
        GoldenText.Check("resolve-early", result.Error);
    }

    [Fact]
    public async Task Acknowledge_AHashThatNobodyKnows_DoesNotMakeItAnEmergency()
    {
        var hash = Bytes32.FromUInt64(79);

        var result = await RunAsync("acknowledge", hash.ToString(), "--inbox", Inbox);

        Assert.Equal(3, result.ExitCode);
        var board = new EmergencyBoardView(_community.Node, _community.Deployment.EmergencyBoard);
        Assert.Equal(EmergencyBoardStatus.Unknown, await board.StatusOfAsync(TestCommunity.Id, hash));
    }

    [Fact]
    public async Task Watch_ABrokerElsewhereWithoutTls_IsRefused()
    {
        var result = await RunAsync("watch", "--broker", "broker.example.org", "--inbox", Inbox);
        Assert.Equal(2, result.ExitCode);
        GoldenText.Check("broker-without-tls", result.Error);
    }

    private string Inbox => _terminal.PathOf("inbox");

    /// <summary>Runs 'watch' on the broker, publishes once it listens, and stops it when a line has the status.</summary>
    private async Task<List<JsonElement>> WatchAsync(MosquittoServer broker, byte[] message, string until)
    {
        using var stop = new CancellationTokenSource();
        var output = new WatchedWriter();
        var error = new WatchedWriter();
        string[] arguments = ["watch", "--json", "--community", "riverside", "--broker", $"127.0.0.1:{broker.Port}", "--inbox", Inbox, "--password-env", "PASSWORD"];
        var watch = WorkerProgram.Create(_terminal.Context(output, error)).RunAsync(arguments, stop.Token);
        await Task.WhenAny(error.UntilAsync("Connected"), watch);
        Assert.False(watch.IsCompleted, error.ToString());
        await using var household = new MosquittoLinkFactory().Create(new MqttLinkOptions { Host = MosquittoServer.Host, Port = broker.Port, ClientId = "household" });
        await household.ConnectAsync();
        var heard = output.UntilAsync(until);
        while (!heard.IsCompleted)
        {
            // Sent again until it was heard, as a gateway does: the subscription may be confirmed later than the connection.
            await household.PublishAsync(CommunityTopics.Emergency(TestCommunity.Id), message);
            await Task.WhenAny(heard, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }

        await heard;
        await stop.CancelAsync();
        Assert.Equal(0, await watch);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.Clone())];
    }

    private void Check(string golden, ProgramResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        GoldenText.Check(golden, result.Output, _terminal.Folder);
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) =>
        _terminal.RunAsync(WorkerProgram.Create, [.. arguments, "--community", "riverside", "--password-env", "PASSWORD"]);
}
