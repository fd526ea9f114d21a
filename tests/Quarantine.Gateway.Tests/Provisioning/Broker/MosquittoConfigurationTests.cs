using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Broker;
using Quarantine.TestKit;

namespace Quarantine.Gateway.Tests.Provisioning.Broker;

public sealed class MosquittoConfigurationTests
{
    private static readonly RegisteredBroker Broker = new() { Directory = "/b", Hosts = ["h"], Port = 8883, CertificateExpires = ProvisionedHouse.Now, Accounts = [] };

    [Fact]
    public void Of_EachSetting_IsExplainedOnThePageWithItsValue()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "hardware", "gateway", "README.md"));

        Assert.All(Settings(Broker), setting => Assert.True(
            page.Contains($"`{setting}`", StringComparison.Ordinal) || page.Contains($"`{setting.Split(' ')[0]}`", StringComparison.Ordinal), setting));
        Assert.All(
            Settings(Broker).Where(setting => char.IsDigit(setting[^1]) && !setting.StartsWith("listener", StringComparison.Ordinal)),
            setting => Assert.Contains($"`{setting}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_AnAddress_ListensThereOnly()
    {
        Assert.Contains("listener 8883", Settings(Broker));
        Assert.Contains("listener 1 fd00::1", Settings(Broker with { Port = 1, Listen = "fd00::1" }));
    }

    [Fact]
    public async Task Renew_ForAllAddresses_ListensEverywhereAndTheGatewayComesByLoopback()
    {
        using var house = new ProvisionedHouse();
        await house.SetBrokerUpAsync();
        await house.DoAsync("broker", "renew", "--listen", "192.168.1.10");
        Assert.Contains("\"Host\": \"192.168.1.10\"", await File.ReadAllTextAsync(house.Configuration), StringComparison.Ordinal);

        await house.DoAsync("broker", "renew", "--listen", "0.0.0.0");

        Assert.Contains($"listener {house.Port}\n", await File.ReadAllTextAsync(house.Broker.Configuration), StringComparison.Ordinal);
        Assert.Contains("\"Host\": \"127.0.0.1\"", await File.ReadAllTextAsync(house.Configuration), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(-1, true)]
    public void IsDueAt_DaysBeforeTheCertificateExpires_WarnsForTheLastSixty(int days, bool due) =>
        Assert.Equal(due, Broker.IsDueAt(Broker.CertificateExpires.AddDays(-days)));

    private static string[] Settings(RegisteredBroker broker) =>
        [.. MosquittoConfiguration.Of(broker, new BrokerFolder(broker.Directory)).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
