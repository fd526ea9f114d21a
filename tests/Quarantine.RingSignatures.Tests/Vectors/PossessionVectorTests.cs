using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Possession;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>tests/vectors/possession.json: made here, read by the contracts' tests.</summary>
public sealed class PossessionVectorTests
{
    private const string Name = "possession.json";
    private const int Count = 16;

    [Fact]
    public void Prove_SeededRandomness_GivesTheFile() => VectorFile.AssertGenerated(Name, Write);

    [Fact]
    public void Verify_File_AcceptsEveryVector()
    {
        foreach (var vector in VectorFile.Read(Name).GetProperty("vectors").EnumerateArray())
        {
            Assert.True(RingPublicKey.TryCreate(Word(vector, "ringX"), out var key));
            var proof = new PossessionProof(Address.Parse(vector.GetProperty("commitment").GetString()!), Word(vector, "response"));
            Assert.True(proof.Verify(key, Word(vector, "k")));
        }
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteString("about", "Proofs of possession of a ring key for a registration's digest k; keys and nonces from keccak256 of a seed and a counter.");
        json.WriteString("possessionDomain", Domains.Possession.ToString());
        json.WriteStartArray("vectors");
        var random = new SeededRandom("quarantine/vectors/possession");
        for (var i = 0; i < Count; i++)
        {
            using var pair = RingKeyPair.Generate(random);
            var digest = new Bytes32(random.Take(32));
            var proof = new PossessionProver(random).Prove(pair, digest);
            json.WriteStartObject();
            json.WriteString("k", digest.ToString());
            json.WriteString("ringX", pair.PublicKey.ToString());
            json.WriteString("commitment", proof.Commitment.ToString());
            json.WriteString("response", proof.Response.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static Bytes32 Word(JsonElement element, string name) => Bytes32.Parse(element.GetProperty(name).GetString()!);
}
