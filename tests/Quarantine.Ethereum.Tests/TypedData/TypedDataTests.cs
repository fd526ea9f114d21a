using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Tests.Vectors;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Ethereum.Tests.TypedData;

/// <summary>Domains, structs and digests by viem: this system's types, EIP-712's own example, every kind of field, and domains of few fields.</summary>
public sealed class TypedDataTests
{
    private static IEnumerable<JsonElement> Vectors => VectorFile.Read("typed-data").EnumerateArray();

    [Fact]
    public void Separator_VectorsOfViem_AreEqual() =>
        Assert.All(Vectors, vector => Assert.Equal(vector.Text("separator"), Domain(vector).Separator().ToString()));

    [Fact]
    public void HashAndDigest_VectorsOfViem_AreEqual() => Assert.All(Vectors, vector =>
    {
        var hash = HashStruct(vector.GetProperty("types"), vector.Text("primaryType"), vector.GetProperty("message"));
        Assert.Equal(vector.Text("structHash"), hash.ToString());
        Assert.Equal(vector.Text("digest"), Domain(vector).Digest(hash).ToString());
    });

    /// <summary>The digest that EIP-712 publishes for its example.</summary>
    [Fact]
    public void Digest_ExampleOfTheEip_IsItsDigest() =>
        Assert.Contains("0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2", Vectors.Select(vector => vector.Text("digest")), StringComparer.Ordinal);

    [Fact]
    public void Digest_AnyFieldOfTheDomainChanged_IsAnother()
    {
        var domain = new TypedDataDomain { Name = "a", Version = "1", ChainId = 1, VerifyingContract = Address.Zero };
        TypedDataDomain[] others =
        [
            domain with { Name = "b" }, domain with { Version = "2" }, domain with { ChainId = 2 }, domain with { Salt = Bytes32.Zero },
            domain with { VerifyingContract = Address.Parse("0x00000000000000000000000000000000000000aa") }, domain with { Version = null },
        ];
        Assert.Equal(others.Length + 1, others.Append(domain).Select(d => d.Digest(Bytes32.Zero)).Distinct().Count());
    }

    [Fact]
    public void Hash_WrongNumberOfFields_Throws() =>
        Assert.Throws<ArgumentException>(() => new TypedDataType("Permit(address gateway,uint64 from)").Hash(Bytes32.Zero));

    [Theory]
    [InlineData("")]
    [InlineData("Permit")]
    [InlineData("(address a)")]
    [InlineData("Permit(address)")]
    [InlineData("Permit(address a, uint64 b)")]
    [InlineData("Permit(address  a)")]
    [InlineData("Permit(address a")]
    [InlineData("Permit(address a,)")]
    public void Constructor_TextThatIsNoType_Throws(string text) => Assert.Throws<ArgumentException>(() => new TypedDataType(text));

    [Fact]
    public void Separator_NoField_Throws() => Assert.Throws<InvalidOperationException>(() => new TypedDataDomain().Separator());

    private static TypedDataDomain Domain(JsonElement vector)
    {
        var domain = vector.GetProperty("domain");
        return new TypedDataDomain
        {
            Name = Optional("name")?.GetString(),
            Version = Optional("version")?.GetString(),
            ChainId = Optional("chainId")?.GetUInt64(),
            VerifyingContract = Optional("verifyingContract") is { } contract ? Address.Parse(contract.GetString()!) : null,
            Salt = Optional("salt") is { } salt ? Bytes32.Parse(salt.GetString()!) : null,
        };

        JsonElement? Optional(string member) => domain.TryGetProperty(member, out var value) ? value : null;
    }

    private static Bytes32 HashStruct(JsonElement types, string type, JsonElement message)
    {
        var fields = types.GetProperty(type).EnumerateArray().ToArray();
        return new TypedDataType(EncodeType(types, type))
            .Hash([.. fields.Select(field => Word(types, field.Text("type"), message.GetProperty(field.Text("name"))))]);
    }

    /// <summary>The type itself, then those it refers to, directly or not, in alphabetical order.</summary>
    private static string EncodeType(JsonElement types, string type)
    {
        var references = new SortedSet<string>(StringComparer.Ordinal);
        Collect(types, type, references);
        references.Remove(type);
        return string.Concat(references.Prepend(type).Select(name =>
            $"{name}({string.Join(',', types.GetProperty(name).EnumerateArray().Select(field => $"{field.Text("type")} {field.Text("name")}"))})"));
    }

    private static void Collect(JsonElement types, string type, SortedSet<string> found)
    {
        if (types.TryGetProperty(type, out var fields) && found.Add(type))
        {
            foreach (var field in fields.EnumerateArray())
            {
                Collect(types, field.Text("type").Replace("[]", string.Empty, StringComparison.Ordinal), found);
            }
        }
    }

    private static Bytes32 Word(JsonElement types, string type, JsonElement value)
    {
        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            return TypedDataWord.OfArray([.. value.EnumerateArray().Select(item => Word(types, type[..^2], item))]);
        }

        return type switch
        {
            "string" => TypedDataWord.Of(value.GetString()!),
            "bytes" => TypedDataWord.Of(Hex.Decode(value.GetString()!)),
            "bytes32" => Bytes32.Parse(value.GetString()!),
            "address" => TypedDataWord.Of(Address.Parse(value.GetString()!)),
            "bool" => TypedDataWord.Of(value.GetBoolean()),
            "uint8" => TypedDataWord.Of(value.GetUInt64()),
            "uint64" => TypedDataWord.Of(ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "uint256" => TypedDataWord.Of(BigInteger.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            _ => HashStruct(types, type, value),
        };
    }
}
