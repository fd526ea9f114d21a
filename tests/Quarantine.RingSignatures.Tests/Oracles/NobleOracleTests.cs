using System.Text.Json.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Oracles;

/// <summary>The whole verification against @noble/curves, both ways.</summary>
public sealed class NobleOracleTests
{
    private static readonly int[] Sizes = [1, 2, 3, 8, 16];

    [Fact]
    public async Task Sign_RingsOfManySizes_NobleAcceptsThemAndNothingAltered()
    {
        var right = new JsonArray();
        var altered = new JsonArray();
        foreach (var size in Sizes)
        {
            using var sample = new SampleRing(size, $"noble {size}");
            var signature = new LsagSigner().Sign(sample.Pairs[size / 2], sample.Ring, sample.Statement);
            right.Add(ToJson(sample.Ring, sample.Statement, signature));
            foreach (var statement in Alterations(sample.Statement))
            {
                altered.Add(ToJson(sample.Ring, statement, signature));
            }
        }

        var accepted = await NobleOracle.RunAsync(right, []);
        var refused = await NobleOracle.RunAsync(altered, []);

        Assert.Equal(Sizes.Select(_ => true), accepted["verify"]!.AsArray().Select(item => (bool)item!));
        Assert.Equal(Enumerable.Repeat(false, altered.Count), refused["verify"]!.AsArray().Select(item => (bool)item!));
    }

    [Fact]
    public async Task Verify_SignaturesOfNoble_AcceptsThem()
    {
        using var sample = new SampleRing(8, "noble signs");
        var orders = new JsonArray();
        for (var position = 0; position < sample.Ring.Count; position++)
        {
            var secret = new byte[32];
            sample.Pairs[position].ExportSecret(secret);
            var order = ToJson(sample.Ring, sample.Statement);
            order["secret"] = Hex.Encode(secret);
            order["position"] = position;
            orders.Add(order);
        }

        var made = (await NobleOracle.RunAsync([], orders))["sign"]!.AsArray();

        for (var position = 0; position < sample.Ring.Count; position++)
        {
            var signature = FromJson(made[position]!);
            Assert.True(LsagVerifier.Verify(sample.Ring, sample.Statement, signature));
            Assert.Equal(new LsagSigner().CreateTag(sample.Pairs[position], sample.Statement.Scope), signature.Tag);
        }
    }

    [Fact]
    public async Task Verify_FixedVectors_NobleAcceptsEveryOne()
    {
        var vectors = JsonNode.Parse(VectorFile.Read("lsag.json").GetProperty("vectors").GetRawText())!.AsArray();
        var count = vectors.Count;

        var verdicts = await NobleOracle.RunAsync(vectors, []);

        Assert.Equal(Enumerable.Repeat(true, count), verdicts["verify"]!.AsArray().Select(item => (bool)item!));
    }

    [Fact]
    public async Task Verify_FixedClaims_NobleAcceptsEveryOneAndNothingAltered()
    {
        JsonArray Claims() => JsonNode.Parse(VectorFile.Read("claim.json").GetProperty("vectors").GetRawText())!.AsArray();
        var altered = Claims();
        foreach (var claim in altered)
        {
            claim!["slot"] = (ulong)claim["slot"]! + 1;
        }

        var accepted = (await NobleOracle.RunAsync([], [], Claims()))["claims"]!.AsArray();
        var refused = (await NobleOracle.RunAsync([], [], altered))["claims"]!.AsArray();

        Assert.Equal(Enumerable.Repeat(true, Claims().Count), accepted.Select(item => (bool)item!));
        Assert.Equal(Enumerable.Repeat(false, Claims().Count), refused.Select(item => (bool)item!));
    }

    private static IEnumerable<Statement> Alterations(Statement statement)
    {
        var scope = statement.Scope;
        yield return statement with { State = Bytes32.FromUInt64(1) };
        yield return statement with { Relay = Address.Zero };
        yield return statement with { Scope = scope with { ChainId = 1 } };
        yield return statement with { Scope = scope with { Contract = Address.Zero } };
        yield return statement with { Scope = scope with { CommunityId = Bytes32.Zero } };
        yield return statement with { Scope = scope with { Kind = 1 } };
        yield return statement with { Scope = scope with { Slot = 1 } };
    }

    private static JsonObject ToJson(Ring ring, Statement statement) => new()
    {
        ["chainId"] = statement.Scope.ChainId,
        ["contract"] = statement.Scope.Contract.ToString(),
        ["communityId"] = statement.Scope.CommunityId.ToString(),
        ["kind"] = statement.Scope.Kind,
        ["slot"] = statement.Scope.Slot,
        ["state"] = statement.State.ToString(),
        ["relay"] = statement.Relay.ToString(),
        ["ring"] = new JsonArray([.. ring.Keys.ToArray().Select(key => (JsonNode)key.ToString())]),
    };

    private static JsonObject ToJson(Ring ring, Statement statement, LsagSignature signature)
    {
        var json = ToJson(ring, statement);
        json["c0"] = signature.C0.ToString();
        json["tagX"] = signature.Tag.X.ToString();
        json["tagParity"] = signature.Tag.Parity;
        json["z"] = new JsonArray([.. signature.Z.ToArray().Select(z => (JsonNode)z.ToString())]);
        return json;
    }

    private static LsagSignature FromJson(JsonNode json) => new(
        Bytes32.Parse((string)json["c0"]!),
        new Tag(Bytes32.Parse((string)json["tagX"]!), (byte)(int)json["tagParity"]!),
        json["z"]!.AsArray().Select(item => Bytes32.Parse((string)item!)).ToArray());
}
