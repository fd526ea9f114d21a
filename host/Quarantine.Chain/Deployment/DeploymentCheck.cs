using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>
/// Whether a node's chain is the one of a deployment, and has the contracts of this build there, byte for byte and with the right immutables:
/// otherwise signatures and events would mean nothing. A node that lies about code is not found out.
/// </summary>
public sealed class DeploymentCheck(IEthereumNode node)
{
    /// <summary>Throws <see cref="DeploymentException"/> with the contract that is wrong, and what the node throws.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="limits">The thresholds that its policies must have; null for any that policies of their names can have.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task VerifyAsync(QuarantineDeployment deployment, PolicyLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var chainId = await node.GetChainIdAsync(cancellationToken).ConfigureAwait(false);
        if (chainId != deployment.ChainId)
        {
            throw new DeploymentException($"The chain node is on chain {chainId}, the deployment on chain {deployment.ChainId}.");
        }

        var registry = new Dictionary<string, Bytes32>(StringComparer.Ordinal) { ["registry"] = deployment.Registry.ToWord() };
        await VerifyAsync("registry", "CommunityRegistry", deployment.Registry, RegistryImmutables.Of(deployment), cancellationToken).ConfigureAwait(false);
        await VerifyAsync("relay fund", "RelayFund", deployment.RelayFund, registry, cancellationToken).ConfigureAwait(false);
        await VerifyAsync("emergency board", "EmergencyBoard", deployment.EmergencyBoard, registry, cancellationToken).ConfigureAwait(false);
        foreach (var (name, policy) in deployment.Policies)
        {
            await VerifyPolicyAsync(name, policy, deployment, limits, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task VerifyPolicyAsync(
        string name, Address policy, QuarantineDeployment deployment, PolicyLimits? limits, CancellationToken cancellationToken)
    {
        var what = $"policy '{name}'";
        if (!PolicyImmutables.Contracts.TryGetValue(name, out var contractName))
        {
            throw Wrong(what, policy, "this program knows no policy of that name");
        }

        var words = await ReadAsync(what, contractName, policy, cancellationToken).ConfigureAwait(false);
        if (!PolicyImmutables.TryRead(words, out var immutables) || immutables.Registry != deployment.Registry || immutables.Fund != deployment.RelayFund)
        {
            throw Wrong(what, policy, "the policy there serves another registry or relay fund");
        }

        if (!immutables.HasThresholdsOf(name, limits))
        {
            throw Wrong(what, policy, $"the policy there has other limits: {immutables.Thresholds}");
        }
    }

    private async Task VerifyAsync(
        string what, string contractName, Address contract, IReadOnlyDictionary<string, Bytes32> expected, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(what, contractName, contract, cancellationToken).ConfigureAwait(false);
        var wrong = expected.Keys.Union(found.Keys, StringComparer.Ordinal)
            .FirstOrDefault(name => !expected.ContainsKey(name) || !found.ContainsKey(name) || found[name] != expected[name]);
        if (wrong is not null)
        {
            throw Wrong(what, contract, $"the {contractName} there has another '{wrong}'");
        }
    }

    private async Task<IReadOnlyDictionary<string, Bytes32>> ReadAsync(
        string what, string contractName, Address contract, CancellationToken cancellationToken)
    {
        var code = await node.GetCodeAsync(contract, BlockReference.Latest, cancellationToken).ConfigureAwait(false);
        return ContractCode.RuntimeOf(contractName).TryReadImmutables(code, out var immutables)
            ? immutables
            : throw Wrong(what, contract, code.Length == 0 ? "no contract is there" : $"what is there is not this build's {contractName}");
    }

    private static DeploymentException Wrong(string what, Address contract, string why) =>
        new($"The deployment's {what} is not at {contract} on this chain: {why}.");
}
