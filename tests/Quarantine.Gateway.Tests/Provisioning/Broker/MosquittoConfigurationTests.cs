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

    private static string[] Settings(RegisteredBroker broker) =>
        [.. MosquittoConfiguration.Of(broker, new BrokerFolder(broker.Directory)).Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
