using Quarantine.Chain.Contracts;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>
/// Deploys a whole system: registry, relay fund, three policies, emergency board. The fund is empty and refunds nothing until an officer
/// prepays it and sets its caps.
/// </summary>
/// <param name="node">The chain.</param>
/// <param name="sender">Pays, and becomes the chief officer.</param>
/// <param name="chainId">EIP-155 chain id.</param>
public sealed class SystemDeployer(IEthereumNode node, TransactionSender sender, ulong chainId)
{
    /// <summary>Names of the policies in <see cref="QuarantineDeployment.Policies"/>.</summary>
    public const string General = "general";
    public const string Moderate = "moderate";
    public const string Strong = "strong";

    /// <summary>Between the two steps of handing over the chief officer's role. Default 2 days.</summary>
    public TimeSpan HandOverDelay { get; init; } = TimeSpan.FromDays(2);

    /// <summary>
    /// Sends six transactions, one after another, and compares the code that then stands on the chain. What is cut short in the middle leaves
    /// contracts that nobody uses.
    /// </summary>
    /// <param name="limits">The policies' thresholds.</param>
    /// <param name="progress">Told the name of each contract before it is sent; null for none.</param>
    /// <param name="cancellationToken">Cancels between transactions.</param>
    public async Task<QuarantineDeployment> DeployAsync(PolicyLimits limits, Action<string>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var (registry, fromBlock) = await CreateAsync(
            "CommunityRegistry", new AbiWriter().Address(sender.Account).UInt64((ulong)HandOverDelay.TotalSeconds), progress, cancellationToken).ConfigureAwait(false);
        var (fund, _) = await CreateAsync("RelayFund", new AbiWriter().Address(registry), progress, cancellationToken).ConfigureAwait(false);
        var (general, _) = await CreateAsync("GeneralQuarantine", Policy().UInt16(limits.GeneralTrips), progress, cancellationToken).ConfigureAwait(false);
        var moderateLimits = Policy().UInt16(limits.ModerateTrips).UInt16(limits.ModerateMinutesOutside).UInt16(limits.ModerateLongestTripMinutes);
        var (moderate, _) = await CreateAsync("ModerateQuarantine", moderateLimits, progress, cancellationToken).ConfigureAwait(false);
        var (strong, _) = await CreateAsync("StrongQuarantine", Policy(), progress, cancellationToken).ConfigureAwait(false);
        var (board, _) = await CreateAsync("EmergencyBoard", new AbiWriter().Address(registry), progress, cancellationToken).ConfigureAwait(false);
        var deployment = new QuarantineDeployment(chainId, registry, fund, board, fromBlock)
        {
            Policies = new Dictionary<string, Address>(StringComparer.Ordinal) { [General] = general, [Moderate] = moderate, [Strong] = strong },
        };
        await new DeploymentCheck(node).VerifyAsync(deployment, limits, cancellationToken).ConfigureAwait(false);
        return deployment;

        AbiWriter Policy() => new AbiWriter().Address(registry).Address(fund);
    }

    private async Task<(Address Contract, ulong Block)> CreateAsync(
        string name, AbiWriter arguments, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke(name);
        var receipt = await sender.CreateAsync(arguments.Behind(ContractCode.Of(name)), cancellationToken).ConfigureAwait(false);
        return (receipt.ContractAddress ?? throw new TransactionException(SendOutcome.Accepted, $"The receipt of {name} names no contract."), receipt.BlockNumber);
    }
}
