using System.Text.Json.Nodes;
using Quarantine.Chain.Events;
using Quarantine.Chain.Tests.Scenarios;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>The logs that contracts on a real chain emitted, as this library and as viem read them.</summary>
public sealed class LogTests(CommunityFixture fixture, ViemOracle viem) : IClassFixture<CommunityFixture>, IClassFixture<ViemOracle>
{
    [Fact]
    public async Task Events_OfAWholeCommunity_AreReadAsViemReads()
    {
        var community = fixture.Community;
        await community.AlertAsync(community.Members[0], community.Members[1], TestCommunity.FirstSlot);
        var contracts = new Dictionary<Address, string>
        {
            [community.Deployment.Registry] = "CommunityRegistry",
            [community.Strong] = "StrongQuarantine",
        };
        var filter = new LogFilter
        {
            From = BlockReference.At(community.Deployment.FromBlock),
            Addresses = [.. contracts.Keys],
            Topics = [ChainEventDecoder.Topics],
        };

        var logs = await community.Node.GetLogsAsync(filter);

        foreach (var log in logs)
        {
            Assert.True(ChainEventDecoder.TryDecode(log, out var read));
            var (answer, failure) = await viem.AskAsync(new JsonObject
            {
                ["ask"] = "event",
                ["contract"] = contracts[log.Address],
                ["topics"] = new JsonArray([.. log.Topics.ToArray().Select(topic => AbiText.Of(topic))]),
                ["data"] = Hex.Encode(log.Data.Span),
            });
            Assert.True(answer is not null, $"{read.GetType().Name}: {failure}");
            Assert.Equal(read.GetType().Name, (string)answer["name"]!);
            var fields = EventFields.Of(read);
            Assert.True(AbiText.AreEqual(fields, answer["args"]), $"viem reads {answer.ToJsonString()}, this library {fields.ToJsonString()}");
        }

        // Community, policy, eight admissions and their queueing, closing, seed, page, report and violation.
        Assert.Equal(2 + (2 * TestCommunity.Size) + 5, logs.Count);
    }
}
