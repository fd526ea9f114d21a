using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>tests/vectors/lsag.json: made here, read by the contracts' tests.</summary>
public sealed class LsagVectorTests
{
    private const string Name = "lsag.json";

    private static readonly (int Count, int Position)[] Cases =
        [(1, 0), (2, 0), (2, 1), (8, 0), (8, 3), (8, 7), (16, 0), (16, 9), (16, 15), (64, 0), (64, 41), (64, 63)];

    [Fact]
    public void Sign_SeededRandomness_GivesTheFile() => VectorFile.AssertGenerated(Name, Write);

    [Fact]
    public void Verify_File_AcceptsEveryVector()
    {
        foreach (var vector in VectorFile.Read(Name).GetProperty("vectors").EnumerateArray())
        {
            var statement = ReadStatement(vector);
            var ring = ReadRing(vector);
            var signature = ReadSignature(vector);
            var context = LsagContext.Create(statement, ring.CodeHash, signature.Tag);
            Assert.Equal(Word(vector, "ringCodeHash"), ring.CodeHash);
            Assert.Equal(Word(vector, "eps"), context.Epsilon.ToWord());
            Assert.Equal(Word(vector, "message"), context.Message);
            Assert.True(LsagVerifier.Verify(ring, statement, signature));
        }
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteString("about", "lsag signatures under the system's own domain tags; keys, statements and nonces from keccak256 of a seed and a counter.");
        json.WriteString("tagDomain", Domains.Tag.ToString());
        json.WriteString("messageDomain", Domains.Message.ToString());
        json.WriteStartArray("vectors");
        for (var i = 0; i < Cases.Length; i++)
        {
            WriteVector(json, i);
        }

        json.WriteEndArray();
    }

    private static void WriteVector(Utf8JsonWriter json, int index)
    {
        var (count, position) = Cases[index];
        var random = new SeededRandom($"quarantine/vectors/lsag/{index}");
        var pairs = Enumerable.Range(0, count).Select(_ => RingKeyPair.Generate(random)).OrderBy(pair => pair.PublicKey).ToArray();
        Assert.True(Ring.TryCreate(pairs.Select(pair => pair.PublicKey).ToArray(), out var ring));
        var statement = new Statement(
            new Scope(index % 2 == 0 ? 31337UL : 11155111UL, new Address(random.Take(20)), new Bytes32(random.Take(32)), (byte)(index % 2), 20_000 + (ulong)index),
            new Bytes32(random.Take(32)),
            new Address(random.Take(20)));
        var signature = new LsagSigner(random).Sign(pairs[position], ring, statement);
        var context = LsagContext.Create(statement, ring.CodeHash, signature.Tag);

        json.WriteStartObject();
        json.WriteNumber("position", position);
        json.WriteNumber("chainId", statement.Scope.ChainId);
        json.WriteString("contract", statement.Scope.Contract.ToString());
        json.WriteString("communityId", statement.Scope.CommunityId.ToString());
        json.WriteNumber("kind", statement.Scope.Kind);
        json.WriteNumber("slot", statement.Scope.Slot);
        json.WriteString("state", statement.State.ToString());
        json.WriteString("relay", statement.Relay.ToString());
        WriteWords(json, "ring", [.. pairs.Select(pair => pair.PublicKey.X)]);
        json.WriteString("ringCodeHash", ring.CodeHash.ToString());
        json.WriteString("eps", context.Epsilon.ToString());
        json.WriteString("message", context.Message.ToString());
        json.WriteString("c0", signature.C0.ToString());
        json.WriteString("tagX", signature.Tag.X.ToString());
        json.WriteNumber("tagParity", signature.Tag.Parity);
        WriteWords(json, "z", signature.Z.ToArray());
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, Bytes32[] words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word.ToString());
        }

        json.WriteEndArray();
    }

    private static Statement ReadStatement(JsonElement vector) => new(
        new Scope(
            vector.GetProperty("chainId").GetUInt64(),
            Address.Parse(vector.GetProperty("contract").GetString()!),
            Word(vector, "communityId"),
            vector.GetProperty("kind").GetByte(),
            vector.GetProperty("slot").GetUInt64()),
        Word(vector, "state"),
        Address.Parse(vector.GetProperty("relay").GetString()!));

    private static Ring ReadRing(JsonElement vector)
    {
        byte[] code = [0, .. Words(vector, "ring").SelectMany(word => word.ToArray())];
        return Ring.TryParseCode(code, out var ring) ? ring : throw new InvalidOperationException();
    }

    private static LsagSignature ReadSignature(JsonElement vector) =>
        new(Word(vector, "c0"), new Tag(Word(vector, "tagX"), vector.GetProperty("tagParity").GetByte()), Words(vector, "z"));

    private static Bytes32 Word(JsonElement element, string name) => Bytes32.Parse(element.GetProperty(name).GetString()!);

    private static Bytes32[] Words(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(item => Bytes32.Parse(item.GetString()!))];
}
