using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>tests/vectors/sealing.json.</summary>
public sealed class SealingVectorTests
{
    private const string Name = "sealing.json";

    private static readonly (int Recipients, int Length)[] Cases = [(1, 0), (1, 1), (1, 256), (2, 64), (5, 100)];

    [Fact]
    public void Seal_SeededRandomness_GivesTheFile() => VectorFile.AssertGenerated(Name, Write);

    [Fact]
    public void TryOpen_File_OpensEveryVectorForEveryRecipient()
    {
        foreach (var vector in VectorFile.Read(Name).GetProperty("vectors").EnumerateArray())
        {
            var message = Bytes(vector, "message");
            var associatedData = Bytes(vector, "associatedData");
            foreach (var secret in vector.GetProperty("recipientSecrets").EnumerateArray().Select(item => Hex.Decode(item.GetString()!)))
            {
                Assert.True(SealingKeyPair.TryCreate(secret, out var pair));
                Assert.True(MessageOpener.TryOpen(message, pair, associatedData, out var opened));
                Assert.Equal(Bytes(vector, "plaintext"), opened);
                Assert.Equal(opened, BouncyCastleSealing.Open(message, secret, associatedData));
                pair.Dispose();
            }
        }
    }

    private static void Write(Utf8JsonWriter json)
    {
        json.WriteString("about", "Sealed messages; keys, texts, ephemeral and content secrets from keccak256 of a seed and a counter.");
        json.WriteStartArray("vectors");
        for (var i = 0; i < Cases.Length; i++)
        {
            var random = new SeededRandom($"quarantine/vectors/sealing/{i}");
            var secrets = Enumerable.Range(0, Cases[i].Recipients).Select(_ => random.Take(32)).ToArray();
            var keys = secrets.Select(PublicKeyOf).ToArray();
            var plaintext = random.Take(Cases[i].Length);
            var associatedData = random.Take(i * 16);
            json.WriteStartObject();
            WriteAll(json, "recipientSecrets", secrets);
            WriteAll(json, "recipients", [.. keys.Select(key => key.ToArray())]);
            json.WriteString("plaintext", Hex.Encode(plaintext));
            json.WriteString("associatedData", Hex.Encode(associatedData));
            json.WriteString("message", Hex.Encode(new MessageSealer(random).Seal(plaintext, keys, associatedData)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static SealingPublicKey PublicKeyOf(byte[] secret)
    {
        Assert.True(SealingKeyPair.TryCreate(secret, out var pair));
        using var owned = pair;
        return pair.PublicKey;
    }

    private static void WriteAll(Utf8JsonWriter json, string name, byte[][] items)
    {
        json.WriteStartArray(name);
        Array.ForEach(items, item => json.WriteStringValue(Hex.Encode(item)));
        json.WriteEndArray();
    }

    private static byte[] Bytes(JsonElement vector, string name) => Hex.Decode(vector.GetProperty(name).GetString()!);
}
