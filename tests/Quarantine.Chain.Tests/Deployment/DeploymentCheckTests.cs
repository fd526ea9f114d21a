using Quarantine.Chain.Deployment;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit;

namespace Quarantine.Chain.Tests.Deployment;

/// <summary>A genuine deployment, and every way in which what stands on the chain could be another.</summary>
public sealed class DeploymentCheckTests : IAsyncLifetime
{
    private const ulong ChainId = 31_337;

    private AnvilServer _chain = null!;
    private TransactionSender _sender = null!;
    private DeploymentCheck _check = null!;
    private QuarantineDeployment _deployment = null!;

    public async Task InitializeAsync()
    {
        _chain = await AnvilServer.StartAsync();
        _sender = new TransactionSender(_chain.Node, _chain.Keys[0], ChainId, TimeProvider.System);
        _check = new DeploymentCheck(_chain.Node);
        _deployment = await new SystemDeployer(_chain.Node, _sender, ChainId).DeployAsync(new PolicyLimits());
    }

    public async Task DisposeAsync()
    {
        _sender.Dispose();
        await _chain.DisposeAsync();
    }

    [Fact]
    public async Task VerifyAsync_AnotherChain_IsRefused() =>
        await AssertRefusedAsync(_deployment with { ChainId = 1 }, "on chain 31337, the deployment on chain 1");

    [Fact]
    public async Task VerifyAsync_AnotherContractOrNoneAtAnAddress_SaysWhich()
    {
        await _check.VerifyAsync(_deployment);
        await AssertRefusedAsync(_deployment with { Registry = _deployment.EmergencyBoard }, $"registry is not at {_deployment.EmergencyBoard}");
        await AssertRefusedAsync(_deployment with { Registry = _sender.Account }, "registry is not at", "no contract is there");
        await AssertRefusedAsync(_deployment with { RelayFund = _deployment.Registry }, "relay fund is not at", "not this build's RelayFund");
        await AssertRefusedAsync(_deployment with { EmergencyBoard = _deployment.RelayFund }, "emergency board is not at", "not this build's EmergencyBoard");
        await AssertRefusedAsync(With(SystemDeployer.General, _deployment.Registry), "policy 'general' is not at", "not this build's GeneralQuarantine");
        await AssertRefusedAsync(With("lenient", _deployment.Policies[SystemDeployer.General]), "policy 'lenient' is not at", "no policy of that name");
    }

    [Fact]
    public async Task VerifyAsync_AContractOfAnotherSystem_SaysWhichImmutableIsWrong()
    {
        var other = await new SystemDeployer(_chain.Node, _sender, ChainId).DeployAsync(new PolicyLimits());
        await _check.VerifyAsync(other);
        await AssertRefusedAsync(_deployment with { RelayFund = other.RelayFund }, "relay fund is not at", "another 'registry'");
        await AssertRefusedAsync(_deployment with { EmergencyBoard = other.EmergencyBoard }, "emergency board is not at", "another 'registry'");
        await AssertRefusedAsync(_deployment with { Policies = other.Policies }, "policy 'general' is not at", "another registry or relay fund");

        // A registry's code carried to another address would take signatures for that other one.
        await _chain.SetCodeAsync(_deployment.Registry, await CodeAsync(other.Registry));
        await AssertRefusedAsync(_deployment, "registry is not at", "another '_cached");
    }

    [Fact]
    public async Task VerifyAsync_APolicyWithoutTheFund_IsRefused()
    {
        var policy = await CreateAsync("StrongQuarantine", new AbiWriter().Address(_deployment.Registry).Address(Address.Zero));
        await AssertRefusedAsync(With(SystemDeployer.Strong, policy), "policy 'strong' is not at", "another registry or relay fund");
    }

    [Fact]
    public async Task VerifyAsync_LimitsOtherThanAskedFor_AreRefused()
    {
        await _check.VerifyAsync(_deployment, new PolicyLimits());
        foreach (var other in new[]
        {
            new PolicyLimits { GeneralTrips = 4 }, new PolicyLimits { ModerateTrips = 3 }, new PolicyLimits { ModerateMinutesOutside = 61 },
            new PolicyLimits { ModerateLongestTripMinutes = 31 },
        })
        {
            var refused = await Assert.ThrowsAsync<DeploymentException>(() => _check.VerifyAsync(_deployment, other));
            Assert.Contains("the policy there has other limits", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task VerifyAsync_APolicyUnderTheNameOfAnother_IsRefusedByItsLimits()
    {
        var policies = _deployment.Policies;
        foreach (var (name, other) in new[]
        {
            (SystemDeployer.General, SystemDeployer.Moderate), (SystemDeployer.General, SystemDeployer.Strong), (SystemDeployer.Moderate, SystemDeployer.Strong),
            (SystemDeployer.Strong, SystemDeployer.General), (SystemDeployer.Strong, SystemDeployer.Moderate),
        })
        {
            await AssertRefusedAsync(With(name, policies[other]), $"policy '{name}' is not at", "the policy there has other limits");
        }
    }

    [Fact]
    public async Task VerifyAsync_AByteOfAContractsCodeChanged_IsRefused()
    {
        IEnumerable<Address> contracts = [_deployment.Registry, _deployment.RelayFund, _deployment.EmergencyBoard, .. _deployment.Policies.Values];
        foreach (var contract in contracts)
        {
            var code = await CodeAsync(contract);
            foreach (var position in new[] { 0, code.Length / 3, code.Length / 2, code.Length - 1 })
            {
                var altered = code.ToArray();
                altered[position] ^= 1;
                await _chain.SetCodeAsync(contract, altered);
                await AssertRefusedAsync(_deployment, $"is not at {contract}");
            }

            await _chain.SetCodeAsync(contract, code);
            await _check.VerifyAsync(_deployment);
        }
    }

    private async Task AssertRefusedAsync(QuarantineDeployment wrong, params string[] expected)
    {
        var refused = await Assert.ThrowsAsync<DeploymentException>(() => _check.VerifyAsync(wrong));
        Assert.All(expected, text => Assert.Contains(text, refused.Message, StringComparison.Ordinal));
    }

    private QuarantineDeployment With(string name, Address policy) =>
        _deployment with { Policies = new Dictionary<string, Address>(StringComparer.Ordinal) { [name] = policy } };

    private async Task<Address> CreateAsync(string contract, AbiWriter arguments) =>
        (await _sender.CreateAsync(arguments.Behind(ContractCode.Of(contract)), CancellationToken.None)).ContractAddress!.Value;

    private Task<byte[]> CodeAsync(Address contract) => _chain.Node.GetCodeAsync(contract, BlockReference.Latest);
}
