using System.Text.Json;
using System.Text.Json.Nodes;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Events;
using Quarantine.Chain.Tests.Contracts;
using Quarantine.Chain.Tests.Events;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>The compiled ABIs, and what this library makes of them, beside viem.</summary>
public sealed class AbiTests(ViemOracle viem) : IClassFixture<ViemOracle>
{
    /// <summary>Nothing of a community is told by these.</summary>
    private static readonly Dictionary<string, string> NotFollowed = new(StringComparer.Ordinal)
    {
        ["RoleAdminChanged"] = "never emitted: the admin of every role is fixed",
        ["RoleGranted"] = "which officer acts is no household's business; asked for by isOfficer and isWorker",
        ["RoleRevoked"] = "as RoleGranted",
        ["DefaultAdminTransferScheduled"] = "the chief officer's hand-over, done with the key of the office",
        ["DefaultAdminTransferCanceled"] = "as DefaultAdminTransferScheduled",
        ["DefaultAdminDelayChangeScheduled"] = "as DefaultAdminTransferScheduled",
        ["DefaultAdminDelayChangeCanceled"] = "as DefaultAdminTransferScheduled",
        ["HandOverOffered"] = "an officer's own act; asked for by isOfficer",
        ["HandOverAccepted"] = "as HandOverOffered",
        ["EIP712DomainChanged"] = "never emitted: the domain is fixed",
        ["ReportRefused"] = "read by BatchRefusal, from the transaction of the relay itself",
    };

    [Fact]
    public void Contracts_ThatTheCompilerWrote_AreTheOnesOfThisLibrary()
    {
        var compiled = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "artifacts", "contracts"), "*.json").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(ContractCode.Names.Order(), compiled.Order());
    }

    [Fact]
    public async Task Abi_OfEveryContract_ReadsBackAndNamesEverythingOnce()
    {
        foreach (var contract in ContractCode.Names)
        {
            var problems = await AnswerAsync("problems", contract);
            Assert.True(problems.AsArray().Count == 0, $"{contract}: {problems.ToJsonString()}");
        }
    }

    [Fact]
    public async Task Abi_FunctionsAndEvents_HaveTheHashesOfThisLibrary()
    {
        foreach (var contract in ContractCode.Names)
        {
            var functions = CompiledAbi.SignaturesOf(contract, "function").Select(signature => $"{signature} {FunctionSelector.Of(signature)}");
            var events = CompiledAbi.SignaturesOf(contract, "event").Select(signature => $"{signature} {EventTopic.Of(signature)}");
            var expected = (await AnswerAsync("entries", contract)).AsArray();
            Assert.Equal(expected.Select(entry => $"{contract} {entry}"), functions.Concat(events).Select(entry => $"{contract} {entry}"));
        }
    }

    [Fact]
    public void Events_OfEveryContract_AreFollowedOrLeftOutForAReason()
    {
        var notRead = Entries("event").Where(entry => !ChainEventDecoder.Topics.Contains(EventTopic.Of(CompiledAbi.Signature(entry.Entry))));

        Assert.Equal(NotFollowed.Keys.Order(), notRead.Select(entry => entry.Name).Distinct().Order());
    }

    [Fact]
    public async Task Events_MadeByViem_AreReadFieldByField()
    {
        foreach (var (contract, name, entry) in Entries("event").Where(entry => !NotFollowed.ContainsKey(entry.Name)))
        {
            for (var variant = 0; variant < AbiValues.Variants; variant++)
            {
                var arguments = AbiValues.Of(entry, variant);
                var log = await LogAsync(contract, name, arguments);
                Assert.True(ChainEventDecoder.TryDecode(log, out var read), $"{contract}.{name}, arguments {variant}: not read");
                Assert.Equal(name, read.GetType().Name);
                AssertEqual($"{contract}.{name}, arguments {variant}", arguments, EventFields.Of(read));
            }
        }
    }

    [Fact]
    public async Task ReportRefused_MadeByViem_IsReadFieldByField()
    {
        var entry = CompiledAbi.EntriesOf("StrongQuarantine", "event").Single(entry => entry.GetProperty("name").GetString() == "ReportRefused");
        foreach (var index in new[] { "0", "1", "2147483647" })
        {
            var arguments = AbiValues.Of(entry, variant: 3);
            arguments["index"] = index;
            var read = Assert.Single(BatchRefusal.Read(default, [await LogAsync("StrongQuarantine", "ReportRefused", arguments)]));
            AssertEqual("ReportRefused", arguments, AbiText.Object(("index", read.Index), ("reason", read.Reason.Bytes)));
        }
    }

    [Fact]
    public async Task Errors_MadeByViem_AreNamedWithTheirArguments()
    {
        foreach (var (contract, name, entry) in Entries("error"))
        {
            for (var variant = 0; variant < AbiValues.Variants; variant++)
            {
                var arguments = AbiValues.Of(entry, variant);
                var data = (string)(await AnswerAsync("error", contract, ("name", name), ("args", arguments.DeepClone())))!;
                Assert.True(ContractErrors.TryRead(new RevertData(Hex.Decode(data)), out var read), $"{contract}.{name}: unknown");
                Assert.Equal(name, read.Name);
                var expected = IsStatic(entry) ? arguments : [];
                var texts = new JsonObject(read.Arguments.Select(argument => KeyValuePair.Create(argument.Name, (JsonNode?)argument.Value.ToLowerInvariant())));
                AssertEqual($"{contract}.{name}, arguments {variant}", expected, texts);
            }
        }
    }

    /// <summary>Of an error with a text only the name is told: OpenZeppelin's StringTooLong, which a longer name of the EIP-712 domain would raise.</summary>
    private static bool IsStatic(JsonElement entry)
    {
        var texts = entry.GetProperty("inputs").EnumerateArray().Any(input => input.GetProperty("type").GetString() is "string" or "bytes");
        Assert.Equal(texts, entry.GetProperty("name").GetString() == "StringTooLong");
        return !texts;
    }

    private static IEnumerable<(string Contract, string Name, JsonElement Entry)> Entries(string type) =>
        from contract in ContractCode.Names
        from entry in CompiledAbi.EntriesOf(contract, type)
        select (contract, entry.GetProperty("name").GetString()!, entry);

    private static void AssertEqual(string what, JsonNode expected, JsonNode actual) =>
        Assert.True(AbiText.AreEqual(expected, actual), $"{what}: viem says {expected.ToJsonString()}, this library {actual.ToJsonString()}");

    private async Task<LogEntry> LogAsync(string contract, string name, JsonObject arguments)
    {
        var log = await AnswerAsync("log", contract, ("name", name), ("args", arguments.DeepClone()));
        var topics = log["topics"]!.AsArray().Select(topic => Bytes32.Parse((string)topic!)).ToArray();
        return AbiLogs.With(default, topics, Hex.Decode((string)log["data"]!));
    }

    private async Task<JsonNode> AnswerAsync(string ask, string contract, params (string Name, JsonNode Value)[] more)
    {
        var request = new JsonObject { ["ask"] = ask, ["contract"] = contract };
        Array.ForEach(more, member => request[member.Name] = member.Value);
        var (answer, failure) = await viem.AskAsync(request);
        return answer ?? throw new InvalidOperationException($"{contract}, {ask}: {failure}");
    }
}
