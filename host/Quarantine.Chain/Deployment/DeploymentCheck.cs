using Quarantine.Chain.Contracts;
using Quarantine.Chain.Registry;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>Whether a node's chain is the one of a deployment, with its contracts: otherwise signatures and events would mean nothing.</summary>
public sealed class DeploymentCheck(IEthereumNode node)
{
    /// <summary>Throws <see cref="DeploymentException"/> with the contract that is wrong, and what the node throws.</summary>
    public async Task VerifyAsync(QuarantineDeployment deployment, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var chainId = await node.GetChainIdAsync(cancellationToken).ConfigureAwait(false);
        if (chainId != deployment.ChainId)
        {
            throw new DeploymentException($"The chain node is on chain {chainId}, the deployment on chain {deployment.ChainId}.");
        }

        await AskAsync("registry", deployment.Registry, async () =>
        {
            await new RegistryView(node, deployment.Registry).IsOfficerAsync(deployment.Registry, cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        await AskAsync("emergency board", deployment.EmergencyBoard, async () =>
        {
            await new EmergencyBoardView(node, deployment.EmergencyBoard).StatusOfAsync(default, default, cancellationToken).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        foreach (var (name, policy) in deployment.Policies)
        {
            await AskAsync(
                $"policy '{name}'",
                policy,
                async () => await new QuarantinePolicyView(node, policy).RegistryAsync(cancellationToken).ConfigureAwait(false) == deployment.Registry).ConfigureAwait(false);
        }
    }

    private static async Task AskAsync(string what, Address contract, Func<Task<bool>> ask)
    {
        bool right;
        try
        {
            right = await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ContractAnswerException or RevertException)
        {
            right = false;
        }

        if (!right)
        {
            throw new DeploymentException($"The deployment's {what} is not at {contract} on this chain.");
        }
    }
}
