using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Claims;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>tests/vectors/claim.json: for whoever judges an appeal by other code than this.</summary>
public sealed class ClaimVectorTests
{
    private const string Name = "claim.json";
    private const int Count = 8;

    [Fact]
    public void Prove_SeededRandomness_GivesTheFile() => VectorFile.AssertGenerated(Name, Write);

    [Fact]
    public void Verify_File_AcceptsEveryVectorForItsOwnPurposeAlone()
    {
        foreach (var vector in VectorFile.Read(Name).GetProperty("vectors").EnumerateArray())
        {
            Assert.True(RingPublicKey.TryCreate(Word(vector, "ringX"), out var key));
            var scope = new Scope(
                vector.GetProperty("chainId").GetUInt64(),
                Address.Parse(vector.GetProperty("contract").GetString()!),
                Word(vector, "communityId"),
                vector.GetProperty("kind").GetByte(),
                vector.GetProperty("slot").GetUInt64());
            var tag = new Tag(Word(vector, "tagX"), vector.GetProperty("tagParity").GetByte());
            var proof = new ClaimProof(Word(vector, "challenge"), Word(vector, "response"));

            Assert.True(proof.Verify(key, scope, tag, Word(vector, "purpose")));
            Assert.False(proof.Verify(key, scope, tag, Word(vector, "communityId")));
        }
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteString("about", "A member's proofs that a tag is its own; keys, scopes, purposes and nonces from keccak256 of a seed and a counter.");
        json.WriteString("claimDomain", Domains.Claim.ToString());
        json.WriteStartArray("vectors");
        var random = new SeededRandom("quarantine/vectors/claim");
        for (var i = 0; i < Count; i++)
        {
            WriteOne(json, random, (byte)(i % 2));
        }

        json.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter json, SeededRandom random, byte kind)
    {
        using var pair = RingKeyPair.Generate(random);
        var scope = new Scope((ulong)random.Below(int.MaxValue), new Address(random.Take(20)), new Bytes32(random.Take(32)), kind, (ulong)random.Below(30_000));
        var purpose = new Bytes32(random.Take(32));
        var tag = new LsagSigner(random).CreateTag(pair, scope);
        var proof = new ClaimProver(random).Prove(pair, scope, purpose);
        json.WriteStartObject();
        json.WriteNumber("chainId", scope.ChainId);
        json.WriteString("contract", scope.Contract.ToString());
        json.WriteString("communityId", scope.CommunityId.ToString());
        json.WriteNumber("kind", scope.Kind);
        json.WriteNumber("slot", scope.Slot);
        json.WriteString("ringX", pair.PublicKey.ToString());
        json.WriteString("tagX", tag.X.ToString());
        json.WriteNumber("tagParity", tag.Parity);
        json.WriteString("purpose", purpose.ToString());
        json.WriteString("challenge", proof.Challenge.ToString());
        json.WriteString("response", proof.Response.ToString());
        json.WriteEndObject();
    }

    private static Bytes32 Word(JsonElement element, string name) => Bytes32.Parse(element.GetProperty(name).GetString()!);
}
