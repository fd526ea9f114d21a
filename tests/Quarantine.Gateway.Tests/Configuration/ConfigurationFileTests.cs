using System.Runtime.CompilerServices;
using Quarantine.Gateway.Configuration;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Configuration;

public sealed class ConfigurationFileTests : IDisposable
{
    private const string Required =
        "\"House\": \"house-1\", \"CommunityId\": \"0x1111111111111111111111111111111111111111111111111111111111111111\", \"DeploymentFile\": \"d.json\"";

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void Load_OnlyWhatIsRequired_HasTheDefaultsOfEverythingElse()
    {
        var options = Load($$"""{ {{Required}}, "Contact": { "Name": "Ann" } }""");

        Assert.Equal(_terminal.PathOf("data"), options.DataDirectory);
        Assert.Equal(new ChainOptions(), options.Chain);
        Assert.Equal(new BrokerOptions(), options.HouseBroker);
        Assert.Equal(new ReportingOptions(), options.Reporting);
        Assert.Equal(TimeSpan.FromMinutes(10), options.Presence.SettlingTime);
        Assert.Empty(options.Provisioning.ReloadBroker);
        Assert.Equal("", options.Contact.Phone);
    }

    [Fact]
    public void Load_PartOfASection_HasTheDefaultsOfTheRest()
    {
        var options = Load($$"""
            {
              {{Required}}, // remarks are allowed
              "Contact": { "Name": "Ann" }, "Chain": { "Confirmations": 5 }, "Nodes": [ { "Id": "hall", "KeyFile": "hall.key" } ]
            }
            """);

        Assert.Equal(new ChainOptions { Confirmations = 5 }, options.Chain);
        Assert.Equal(new NodeOptions { Id = "hall", KeyFile = _terminal.PathOf("hall.key") }, Assert.Single(options.Nodes));
    }

    [Theory]
    [InlineData("\"Chain\": null", "Chain")]
    [InlineData("\"DataDirectory\": null", "DataDirectory")]
    [InlineData("\"Surprise\": 1", "Surprise")]
    [InlineData("\"Provisioning\": { \"ReloadBroker\": [\"\"] }", "Provisioning:ReloadBroker")]
    public void Load_AMistake_NamesTheSetting(string setting, string name)
    {
        var refusal = Assert.Throws<ConfigurationException>(() => Load($$"""{ {{Required}}, "Contact": { "Name": "Ann" }, {{setting}} }"""));

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The generated reader gives a left out setting with an initialiser its type's default, not its own.</summary>
    [Fact]
    public void Options_EverySetting_HasASetterAndNoInitialiser()
    {
        var settings = Sections(typeof(GatewayOptions)).Distinct().SelectMany(section => section.GetProperties()).Where(property => property.SetMethod is not null).ToList();

        Assert.True(settings.Count > 30);
        Assert.All(settings, setting => Assert.DoesNotContain(typeof(IsExternalInit), setting.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));
    }

    private static IEnumerable<Type> Sections(Type section) => section.GetProperties()
        .Select(property => property.PropertyType.IsGenericType ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType)
        .Where(type => type.Assembly == typeof(GatewayOptions).Assembly && type.IsClass)
        .SelectMany(Sections)
        .Prepend(section);

    private GatewayOptions Load(string json) => ConfigurationFile.Load(_terminal.Write("gateway.json", json));
}
