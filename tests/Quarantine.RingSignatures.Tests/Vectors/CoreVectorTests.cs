using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>tests/vectors/ring-core.json: other domain tags than the system's, and rings in the order given.</summary>
public sealed class CoreVectorTests
{
    private static readonly JsonElement File = VectorFile.Read("ring-core.json");

    public static TheoryData<int> Vectors => [.. Enumerable.Range(0, File.GetProperty("vectors").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void EpsilonUnder_CoreVector_EqualsTheVector(int index)
    {
        var vector = Vector(index);

        Assert.Equal(Word(vector, "eps"), ScopeOf(vector).EpsilonUnder(Word(File, "tagDomain")).ToWord());
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void CodeHashOf_CoreVector_EqualsTheVector(int index)
    {
        var vector = Vector(index);

        Assert.Equal(Word(vector, "codehash"), Ring.CodeHashOf(KeysOf(vector)));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void MessageUnder_CoreVector_EqualsTheVector(int index)
    {
        var vector = Vector(index);

        Assert.Equal(Word(vector, "M"), ContextOf(vector).Message);
        Assert.Equal(Word(vector, "state"), Keccak256.Hash(System.Text.Encoding.ASCII.GetBytes($"state-{vector.GetProperty("slot").GetInt32()}")));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void TryCreate_CoreVectorKeys_GivesRingAndNormalisedSecret(int index)
    {
        var vector = Vector(index);
        var keys = KeysOf(vector);
        for (var i = 0; i < keys.Length; i++)
        {
            using var pair = PairOf(vector, i);
            Assert.Equal(keys[i], pair.PublicKey);
        }

        using var signer = PairOf(vector, Position(vector));
        Span<byte> secret = stackalloc byte[32];
        signer.ExportSecret(secret);
        Assert.Equal(Word(vector, "xnorm_s"), new Bytes32(secret));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Closes_CoreVector_True(int index)
    {
        var vector = Vector(index);

        Assert.True(LsagEquations.Closes(ContextOf(vector), KeysOf(vector), Word(vector, "c0"), ResponsesOf(vector)));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void TryClose_CoreVectorNonces_GivesTheVectorByteForByte(int index)
    {
        var vector = Vector(index);
        var context = ContextOf(vector);
        var position = Position(vector);
        using var pair = PairOf(vector, position);
        Assert.True(TagSecret.TryCreate(pair, context.Epsilon, RandomSource.System, out var secret));
        using var owned = secret;
        Assert.Equal(context.Tag, secret.Tag);

        var message = context.Message.ToArray();
        var z = Enumerable.Range(0, KeysOf(vector).Length)
            .Select(i => PublicScalar.Reduce(Keccak256.Hash([.. "z"u8, .. message, (byte)i])).ToWord())
            .ToArray();
        var beta = PublicScalar.Reduce(Keccak256.Hash([.. "beta"u8, .. message, .. Word(vector, "xnorm_s").ToArray()])).ToWord();
        Assert.Equal(Word(vector, "beta"), beta);

        Assert.True(LsagEquations.TryClose(context, KeysOf(vector), position, secret, beta.ToArray(), z, out var c0));
        Assert.Equal(Word(vector, "c0"), c0);
        Assert.Equal(ResponsesOf(vector), z);
    }

    private static JsonElement Vector(int index) => File.GetProperty("vectors")[index];

    private static int Position(JsonElement vector) => vector.GetProperty("s").GetInt32();

    private static Bytes32 Word(JsonElement element, string name) => Bytes32.Parse(element.GetProperty(name).GetString()!);

    private static Bytes32[] ResponsesOf(JsonElement vector) =>
        [.. vector.GetProperty("z").EnumerateArray().Select(item => Bytes32.Parse(item.GetString()!))];

    private static RingKeyPair PairOf(JsonElement vector, int index)
    {
        var secret = Bytes32.FromBigInteger(BigInteger.Parse(vector.GetProperty("keys")[index].GetRawText(), CultureInfo.InvariantCulture));
        return RingKeyPair.TryCreate(secret.ToArray(), out var pair) ? pair : throw new InvalidOperationException();
    }

    private static RingPublicKey[] KeysOf(JsonElement vector) =>
        [.. vector.GetProperty("ring").EnumerateArray().Select(item =>
            RingPublicKey.TryCreate(Bytes32.Parse(item.GetString()!), out var key) ? key : throw new InvalidOperationException())];

    private static Scope ScopeOf(JsonElement vector) => new(
        11155111,
        new Address(Enumerable.Repeat((byte)0x11, 20).ToArray()),
        Bytes32.FromUInt64(7),
        1,
        vector.GetProperty("slot").GetUInt64());

    private static LsagContext ContextOf(JsonElement vector)
    {
        var relay = new Address(Enumerable.Repeat((byte)0x22, 20).ToArray());
        var statement = new Statement(ScopeOf(vector), Word(vector, "state"), relay);
        var tag = new Tag(Word(vector, "Tx"), vector.GetProperty("par").GetByte());
        var message = LsagContext.MessageUnder(Word(File, "msgDomain"), statement, Ring.CodeHashOf(KeysOf(vector)), tag);
        return new LsagContext(message, statement.Scope.EpsilonUnder(Word(File, "tagDomain")), tag);
    }
}
