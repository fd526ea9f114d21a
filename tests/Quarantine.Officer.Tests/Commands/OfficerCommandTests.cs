using System.Text.Json;
using Quarantine.Chain.Deployment;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Officer.Commands;
using Quarantine.TestKit;
using Quarantine.TestKit.Communities;
using Quarantine.TestKit.Programs;
using Quarantine.TestKit.Time;

namespace Quarantine.Officer.Tests.Commands;

/// <summary>The officer's work from the first command to the last, typed as at a terminal.</summary>
public sealed class OfficerCommandTests : IAsyncLifetime
{
    private readonly TestTerminal _terminal = new() { Clock = new SimulatedClock(TestCommunity.Start) };
    private AnvilServer _chain = null!;

    public async Task InitializeAsync()
    {
        _chain = await AnvilServer.StartAsync(new AnvilOptions { StartTimestamp = (ulong)TestCommunity.Start.ToUnixTimeSeconds() });
        _terminal.Environment["QUARANTINE_RPC"] = _chain.Url.ToString();
        _terminal.Environment["QUARANTINE_KEY"] = _terminal.WriteKeystore("officer.json", _chain.Keys[0], "a password");
        _terminal.Environment["QUARANTINE_DEPLOYMENT"] = _terminal.PathOf("deployment.json");
        _terminal.Environment["OFFICER_PASSWORD"] = "a password";
    }

    public async Task DisposeAsync()
    {
        _terminal.Dispose();
        await _chain.DisposeAsync();
    }

    [Fact]
    public async Task Commands_FromDeploymentToRevocation_DoAndSayWhatTheyShould()
    {
        await ActAsync("deploy", "deploy", "--out", _terminal.PathOf("deployment.json"), "--general-trips", "4");
        await ActAsync("community-create", "community", "create", "--community", "riverside", "--utc-offset", "+01:00", "--page-size", "8", "--minimum-ring", "4");
        await ActAsync("policy-set", "policy", "set", "--community", "riverside", "--policy", "general", "--from", "2026-01-05");
        await ActAsync("issue", ["issue", "--community", "riverside", "--until", "2026-01-20", "--out-dir", _terminal.PathOf("issued"), .. WriteRequests(4)]);
        Check("pages", await MiningAsync(RunAsync("pages", "--community", "riverside")));
        await ActAsync("fund", "fund", "--up-to", "0.05", "--community", "riverside");
        await ActAsync("fund-again", "fund", "--up-to", "0.05", "--community", "riverside");
        await ActAsync("refund-deposit", "refund", "deposit", "--community", "riverside", "--amount", "0.5");
        await ActAsync("refund-caps", "refund", "caps", "--community", "riverside", "--per-report", "0.002", "--per-day", "64", "--margin", "5");
        await ActAsync("refund-withdraw", "refund", "withdraw", "--community", "riverside", "--amount", "0.1", "--to", $"{_chain.Keys[0].Address}");
        await LookAsync("refund-show", "refund", "show", "--community", "riverside");
        var worker = _chain.Keys[1];
        await ActAsync("worker-add", "worker", "add", "--community", "riverside", "--account", $"{worker.Address}", "--sealing-key", $"{worker.PublicKey}");
        await ActAsync("worker-duty", "worker", "duty", "on", "--community", "riverside", "--account", $"{worker.Address}");
        await LookAsync("community-show", "community", "show", "--community", "riverside");
        await LookAsync("community-show-json", "community", "show", "--community", "riverside", "--json");
        using var member = TestMember.Of(2);
        await ActAsync("revoke", "revoke", "--community", "riverside", "--gateway", $"{member.Account.Address}");
        await ActAsync("worker-remove", "worker", "remove", "--community", "riverside", "--account", $"{worker.Address}");
        await LookAsync("verify", "verify", "--community", "riverside");
        await LookAsync("watch-once", "watch", "--once");

        var issued = HouseNumberFile.Load(_terminal.PathOf($"issued/house-number-{member.Account.Address}.json"));
        Assert.True(issued.TryRecoverOfficer(DeploymentFile.Load(_terminal.PathOf("deployment.json")).Domain, out var officer));
        Assert.Equal(_chain.Keys[0].Address, officer);
    }

    [Fact]
    public async Task Issue_ARequestThatIsAltered_WritesNothingAndSaysWhy()
    {
        await PrepareAsync();
        var path = WriteRequests(1)[0];
        using var other = TestMember.Of(9);
        var request = EnrolmentRequestFile.Load(path);
        EnrolmentRequestFile.Save(path, request with { Registration = request.Registration with { RingX = other.Ring.PublicKey.X } });

        var result = await RunAsync("issue", "--community", "riverside", "--until", "2026-01-20", "--out-dir", _terminal.PathOf("issued"), path);

        Assert.Equal(7, result.ExitCode);
        GoldenText.Check("issue-altered", result.Error, _terminal.Folder);
        Assert.Empty(Directory.GetFiles(_terminal.PathOf("issued")));
    }

    [Fact]
    public async Task Issue_WhatTheRegistryRefuses_LeavesNoHouseNumberBehind()
    {
        await PrepareAsync();
        string[] issue = ["issue", "--community", "riverside", "--until", "2026-01-20", "--out-dir", _terminal.PathOf("issued"), .. WriteRequests(1)];
        Assert.Equal(0, (await RunAsync(issue)).ExitCode);
        File.Delete(Assert.Single(Directory.GetFiles(_terminal.PathOf("issued"))));

        var again = await RunAsync(issue);

        Assert.Equal(6, again.ExitCode);
        GoldenText.Check("issue-twice", again.Error, _terminal.Folder);
        Assert.Empty(Directory.GetFiles(_terminal.PathOf("issued")));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[1,2]")]
    [InlineData("""{"type":"quarantine/house-number/v1"}""")]
    [InlineData("{\"type\":\"\ud83d\"}")]
    public async Task Issue_AFileThatIsNoRequest_IsRefusedByName(string content)
    {
        await PrepareAsync();
        var path = _terminal.Write("hostile.json", content);

        var result = await RunAsync("issue", "--community", "riverside", "--until", "2026-01-20", path);

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith($"Error: {path}: not an enrolment request, ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refund_BeyondTheBalanceOrByAStranger_IsRefusedWithAdvice()
    {
        await PrepareAsync();
        string[] withdraw = ["refund", "withdraw", "--community", "riverside", "--amount", "1", "--to", $"{_chain.Keys[3].Address}"];
        var tooMuch = await RunAsync(withdraw);
        var nothing = await RunAsync("refund", "deposit", "--community", "riverside", "--amount", "0");
        _terminal.Environment["QUARANTINE_KEY"] = _terminal.WriteKeystore("stranger.json", _chain.Keys[3], "a password");
        var stranger = await RunAsync(withdraw);

        Assert.Equal((6, 2, 6), (tooMuch.ExitCode, nothing.ExitCode, stranger.ExitCode));
        GoldenText.Check("refund-refused", tooMuch.Error + nothing.Error + stranger.Error);
    }

    [Fact]
    public async Task Deploy_OverAFileThatIsThere_IsRefusedBeforeAnythingIsSent()
    {
        _terminal.Write("deployment.json", "mine");
        var before = await _chain.Node.GetTransactionCountAsync(_chain.Keys[0].Address, Ethereum.Nodes.BlockReference.Latest);

        var result = await RunAsync("deploy", "--out", _terminal.PathOf("deployment.json"));

        Assert.Equal(3, result.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(_terminal.PathOf("deployment.json")));
        Assert.Equal(before, await _chain.Node.GetTransactionCountAsync(_chain.Keys[0].Address, Ethereum.Nodes.BlockReference.Latest));
    }

    [Fact]
    public async Task Commands_OfSomebodyWhoIsNoOfficer_AreRefusedWithAdvice()
    {
        await PrepareAsync();
        _terminal.Environment["QUARANTINE_KEY"] = _terminal.WriteKeystore("stranger.json", _chain.Keys[3], "a password");

        var result = await RunAsync("community", "create", "--community", "mine", "--utc-offset", "+00:00");

        Assert.Equal(6, result.ExitCode);
        GoldenText.Check("not-an-officer", result.Error);
    }

    [Fact]
    public async Task Commands_WithADeploymentOfAnotherChain_AreRefused()
    {
        await PrepareAsync();
        var deployment = DeploymentFile.Load(_terminal.PathOf("deployment.json"));
        DeploymentFile.Save(_terminal.PathOf("deployment.json"), deployment with { ChainId = 1 });
        var otherChain = await RunAsync("verify", "--community", "riverside");
        DeploymentFile.Save(_terminal.PathOf("deployment.json"), deployment with { Registry = deployment.EmergencyBoard });
        var otherContract = await RunAsync("verify", "--community", "riverside");

        Assert.Equal(6, otherChain.ExitCode);
        Assert.Equal(6, otherContract.ExitCode);
        GoldenText.Check("wrong-deployment", otherChain.Error + otherContract.Error);
    }

    [Fact]
    public async Task Watch_WithJson_IsOneObjectALineAndEndsWithCancellation()
    {
        await using var community = await TestCommunity.StartAsync();
        await community.AlertAsync(community.Members[0], community.Members[1], TestCommunity.FirstSlot);
        DeploymentFile.Save(_terminal.PathOf("deployment.json"), community.Deployment);
        using var stop = new CancellationTokenSource();
        await using var output = new StringWriterThat(text => text.Contains("violation", StringComparison.Ordinal), stop.Cancel);
        await using var error = new StringWriter();

        var exitCode = await OfficerProgram.Create(_terminal.Context(output, error))
            .RunAsync(["watch", "--json", "--rpc", community.Chain.Url.ToString()], stop.Token);

        Assert.Equal(0, exitCode);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["report", "violation"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("type").GetString()));
        Assert.Equal("Verified", JsonDocument.Parse(lines[1]).RootElement.GetProperty("verdict").GetString());
        var verified = await _terminal.RunAsync(OfficerProgram.Create, "verify", "--community", "riverside", "--rpc", community.Chain.Url.ToString());
        Assert.Equal(0, verified.ExitCode);
        GoldenText.Check("verify-violation", verified.Output);
    }

    private async Task PrepareAsync()
    {
        Assert.Equal(0, (await RunAsync("deploy", "--out", _terminal.PathOf("deployment.json"))).ExitCode);
        Assert.Equal(0, (await RunAsync("community", "create", "--community", "riverside", "--utc-offset", "+01:00")).ExitCode);
    }

    private string[] WriteRequests(int count)
    {
        var domain = DeploymentFile.Load(_terminal.PathOf("deployment.json")).Domain;
        return [.. Enumerable.Range(1, count).Select(number =>
        {
            using var member = TestMember.Of(number);
            var path = _terminal.PathOf($"request-{number}.json");
            EnrolmentRequestFile.Save(path, member.Request(domain, TestCommunity.Id));
            return path;
        })];
    }

    /// <summary>A command that signs, whose output is golden.</summary>
    private async Task ActAsync(string golden, params string[] arguments) => Check(golden, await RunAsync(arguments));

    /// <summary>A command that only looks, whose output is golden.</summary>
    private async Task LookAsync(string golden, params string[] arguments) => Check(golden, await _terminal.RunAsync(OfficerProgram.Create, arguments));

    /// <summary>A chain that goes on while a command waits for its blocks.</summary>
    private async Task<ProgramResult> MiningAsync(Task<ProgramResult> command)
    {
        while (!command.IsCompleted)
        {
            await _chain.MineAsync();
            await Task.WhenAny(command, Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System));
        }

        return await command;
    }

    private void Check(string golden, ProgramResult result)
    {
        Assert.True(result.ExitCode == 0, result.Error);
        GoldenText.Check(golden, result.Output, _terminal.Folder);
    }

    private Task<ProgramResult> RunAsync(params string[] arguments)
    {
        string[] password = arguments[0] is "verify" or "watch" ? [] : ["--password-env", "OFFICER_PASSWORD"];
        return _terminal.RunAsync(OfficerProgram.Create, [.. arguments, .. password]);
    }
}
