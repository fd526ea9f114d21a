using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.TestKit.Communities;

namespace Quarantine.Messages.Tests.HouseNumbers;

/// <summary>The two files that officers and gateways exchange: what was written is read, and nothing else.</summary>
public sealed class HouseNumberFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-house-number-").FullName;
    private readonly EnrolmentRequest _request;
    private readonly SignedHouseNumber _number;

    public HouseNumberFileTests()
    {
        using var member = TestMember.Of(1);
        var domain = RegistryDomain.Of(31_337, Address.Parse("0x00000000000000000000000000000000000000aa"));
        _request = member.Request(domain, Bytes32.FromUInt64(5));
        _number = new VirtualHouseNumber(Bytes32.FromUInt64(5), member.Account.Address, 7, ulong.MaxValue).Sign(domain, member.Account);
    }

    private string FilePath => Path.Combine(_folder, "file.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WhatSaveWrote_IsTheSame()
    {
        EnrolmentRequestFile.Save(FilePath, _request);
        Assert.Equal(_request, EnrolmentRequestFile.Load(FilePath));
        HouseNumberFile.Save(FilePath, _number);
        Assert.Equal(_number, HouseNumberFile.Load(FilePath));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Load_EachMemberMissingOrAnotherType_IsNamed()
    {
        foreach (var (encoded, load) in Files())
        {
            foreach (var member in JsonNode.Parse(encoded)!.AsObject().Select(member => member.Key).ToList())
            {
                AssertNamed(load, encoded, json => json.Remove(member), $"'{member}'");
                AssertNamed(load, encoded, json => json[member] = null, $"'{member}'");
                AssertNamed(load, encoded, json => json[member] = true, $"'{member}'");
                AssertNamed(load, encoded, json => json[member] = "", $"'{member}'");
                AssertNamed(load, encoded, json => json[member] = -1, $"'{member}'");
                AssertNamed(load, encoded, json => json[member] = 1.5, $"'{member}'");
                AssertNamed(load, encoded, json => json[member] = new JsonObject(), $"'{member}'");
            }

            AssertNamed(load, encoded, json => json["more"] = "x", "does not belong");
        }
    }

    [Fact]
    public void TryParse_OtherThanExactlyOneObject_IsRefused()
    {
        foreach (var (encoded, load) in Files())
        {
            var text = Encoding.UTF8.GetString(encoded);
            string[] wrong =
            [
                "", "null", "[]", "1", "\"x\"", "{", text[..^3], text + "{}", text + "x", "\uFEFF" + text, "[" + text + "]",
                text.Replace("{", "{\"type\":\"quarantine/other/v1\",", StringComparison.Ordinal),
                text.Replace("0x", "", StringComparison.Ordinal),
                text.Insert(1, new string(' ', 9000)),
            ];
            Assert.All(wrong, content =>
            {
                File.WriteAllText(FilePath, content, new UTF8Encoding(false));
                var refused = Assert.Throws<InvalidDataException>(() => load(FilePath));
                Assert.StartsWith(FilePath, refused.Message, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void TryParse_MembersInAnotherOrderAndWithoutBlanks_IsRead()
    {
        var members = JsonNode.Parse(HouseNumberFile.Encode(_number))!.AsObject();
        var reversed = new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        Assert.True(HouseNumberFile.TryParse(Encoding.UTF8.GetBytes(reversed.ToJsonString()), out var read));
        Assert.Equal(_number, read);
    }

    [Fact]
    public void TryParse_ASignatureWithHighSOrAnAddressWithAWrongChecksum_IsRefused()
    {
        AssertNamed(HouseNumberFile.Load, HouseNumberFile.Encode(_number), json => json["officerSignature"] = "0x" + new string('f', 130), "officerSignature");
        var address = _number.HouseNumber.Gateway.ToString();
        var wrong = string.Concat(address.Select((letter, i) => i > 1 && char.IsAsciiLetterLower(letter) ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter)));
        AssertNamed(HouseNumberFile.Load, HouseNumberFile.Encode(_number), json => json["gateway"] = "0x" + wrong[2..], "gateway");
    }

    [Fact]
    public void TryParse_AnyBytes_NeverThrows() => Prop.ForAll<byte[], int>((bytes, seed) =>
    {
        Assert.False(EnrolmentRequestFile.TryParse(bytes, out _));
        Assert.False(HouseNumberFile.TryParse(bytes, out _));
        var encoded = EnrolmentRequestFile.Encode(_request);
        foreach (var value in bytes)
        {
            encoded[((seed & 0xFFFF) + (value * 31)) % encoded.Length] ^= value;
        }

        _ = EnrolmentRequestFile.TryParse(encoded, out _);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("{\"type\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    public void TryParse_HalfASurrogatePair_IsRefused(string json)
    {
        Assert.False(HouseNumberFile.TryParse(Encoding.UTF8.GetBytes(json), out _));
        Assert.False(HouseNumberFile.TryParse([.. "{\"type\":\""u8, 0xFF, 0xFE, .. "\"}"u8], out _));
    }

    private (byte[] Encoded, Func<string, object> Load)[] Files() =>
    [
        (EnrolmentRequestFile.Encode(_request), EnrolmentRequestFile.Load),
        (HouseNumberFile.Encode(_number), HouseNumberFile.Load),
    ];

    private void AssertNamed(Func<string, object> load, byte[] encoded, Action<JsonObject> change, string named)
    {
        var json = JsonNode.Parse(encoded)!.AsObject();
        change(json);
        File.WriteAllText(FilePath, json.ToJsonString());
        var refused = Assert.Throws<InvalidDataException>(() => load(FilePath));
        Assert.StartsWith(FilePath, refused.Message, StringComparison.Ordinal);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }
}
