using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Gateway.Configuration;

namespace Quarantine.Gateway.Tests.Configuration;

public sealed class ConfigurationEditTests
{
    private static readonly BrokerOptions Broker = new() { Host = "127.0.0.1", Port = 8883, CaFile = "/data/authority.pem", UserName = "gateway-house-1", PasswordFile = "/p" };

    [Theory]
    [InlineData("{}")]
    [InlineData("{ }")]
    [InlineData("{ \"House\": \"h\" }")]
    [InlineData("// first\n{ // second\n \"House\": \"h\", /* third */ }\n// last")]
    [InlineData("{ \"HouseBroker\": {}, \"House\": \"h\" }")]
    [InlineData("{ \"House\": \"h\", \"HouseBroker\": { \"Host\": \"old\", \"Port\": 1883 }, }")]
    [InlineData("{ \"Contact\": { \"Name\": \"HouseBroker\" } }")]
    public void SetHouseBroker_AnyFile_SetsItOnceAndKeepsEveryRemark(string json)
    {
        var edited = Encoding.UTF8.GetString(ConfigurationEdit.SetHouseBroker(Encoding.UTF8.GetBytes(json), Broker));

        Assert.Equal(1, edited.Split("\"HouseBroker\":").Length - 1);
        foreach (var remark in (string[])["// first", "// second", "/* third */", "// last", "\"House\": \"h\"", "\"Name\": \"HouseBroker\""])
        {
            Assert.Equal(json.Contains(remark, StringComparison.Ordinal), edited.Contains(remark, StringComparison.Ordinal));
        }
    }

    /// <summary>Law: what stands before and after the setting stays byte for byte, and editing again changes nothing. 200 files.</summary>
    [Fact]
    public void SetHouseBroker_AnyRemarksAround_StayAsTheyAre()
    {
        var remark = Gen.Elements("", " ", "\n", "// a } remark\n", "/* { \" */", "\t/* \"HouseBroker\": 1 */");
        var law = Prop.ForAll(Arb.From(Gen.ListOf(remark, 5)), remarks =>
        {
            var head = $"{remarks[0]}{{{remarks[1]}\"House\": \"h\",{remarks[2]}\"HouseBroker\":{remarks[3]}";
            var tail = $"{remarks[4]}, \"PasswordFile\": \"p\"{remarks[1]}}}";
            var edited = ConfigurationEdit.SetHouseBroker(Encoding.UTF8.GetBytes($"{head}{{ \"Port\": 1 }}{tail}"), Broker);
            var text = Encoding.UTF8.GetString(edited);
            return text.StartsWith(head, StringComparison.Ordinal) && text.EndsWith(tail, StringComparison.Ordinal)
                && edited.AsSpan().SequenceEqual(ConfigurationEdit.SetHouseBroker(edited, Broker));
        });
        law.Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"House\": ")]
    [InlineData("{ \"HouseBroker\": {}, \"HouseBroker\": {} }")]
    public void SetHouseBroker_NoConfigurationFile_Throws(string json) =>
        Assert.Throws<ConfigurationException>(() => ConfigurationEdit.SetHouseBroker(Encoding.UTF8.GetBytes(json), Broker));
}
