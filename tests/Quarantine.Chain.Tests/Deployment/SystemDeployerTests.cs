using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Chain.Transactions;
using Quarantine.Messages.Reports;
using Quarantine.TestKit;

namespace Quarantine.Chain.Tests.Deployment;

public sealed class SystemDeployerTests : IAsyncLifetime
{
    private AnvilServer _chain = null!;
    private TransactionSender _sender = null!;

    public async Task InitializeAsync()
    {
        _chain = await AnvilServer.StartAsync();
        _sender = new TransactionSender(_chain.Node, _chain.Keys[0], 31_337, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _sender.Dispose();
        await _chain.DisposeAsync();
    }

    [Fact]
    public async Task DeployAsync_WithLimits_MakesPoliciesThatHaveThem()
    {
        var limits = new PolicyLimits { GeneralTrips = 5, ModerateTrips = 4, ModerateMinutesOutside = 90, ModerateLongestTripMinutes = 45 };
        var told = new List<string>();

        var deployment = await new SystemDeployer(_chain.Node, _sender, 31_337).DeployAsync(limits, told.Add);

        Assert.Equal(ContractCode.Names, told);
        Assert.Equal(new PolicyThresholds(5, 65_535, 65_535, 65_535, Alerts: false), await ThresholdsAsync(deployment, SystemDeployer.General));
        Assert.Equal(new PolicyThresholds(4, 90, 45, 65_535, Alerts: false), await ThresholdsAsync(deployment, SystemDeployer.Moderate));
        Assert.Equal(new PolicyThresholds(0, 65_535, 65_535, 0, Alerts: true), await ThresholdsAsync(deployment, SystemDeployer.Strong));
        var registry = new RegistryView(_chain.Node, deployment.Registry);
        Assert.True(await registry.IsOfficerAsync(_sender.Account));
        Assert.False(await registry.IsOfficerAsync(_chain.Keys[1].Address));
    }

    private Task<PolicyThresholds> ThresholdsAsync(QuarantineDeployment deployment, string policy) =>
        new QuarantinePolicyView(_chain.Node, deployment.Policies[policy]).ThresholdsAsync();
}
