using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Officer.Admission;

namespace Quarantine.Officer.Office;

/// <summary>Issues house numbers: verify, sign, admit.</summary>
internal sealed class AdmissionDesk(
    RegistryView registry, TransactionSender sender, PrivateKey officer, QuarantineDeployment deployment, TimeProvider clock)
{
    /// <summary>So many admissions fit into one transaction's gas (EIP-7825: 16,777,216).</summary>
    private const int BatchSize = 32;

    public async Task<IReadOnlyList<SignedHouseNumber>> AdmitAsync(
        Bytes32 communityId,
        IReadOnlyList<EnrolmentRequest> requests,
        DateTimeOffset expiresAt,
        Action<SignedHouseNumber>? signed,
        CancellationToken cancellationToken)
    {
        var settings = await registry.CommunityAsync(communityId, cancellationToken);
        RequireBorder(settings.Clock, expiresAt);
        var faults = new RequestCheck(deployment.Domain, communityId).VerifyAll(requests);
        if (faults.Count > 0)
        {
            throw new AdmissionException(faults);
        }

        var numbers = new List<SignedHouseNumber>();
        foreach (var batch in requests.Chunk(BatchSize))
        {
            var admissions = new List<Chain.Contracts.Admission>();
            foreach (var request in batch)
            {
                admissions.Add(new Chain.Contracts.Admission(await SignAsync(request.Registration, expiresAt, cancellationToken), request));
            }

            admissions.ForEach(admission => signed?.Invoke(admission.HouseNumber));
            await sender.CallAsync(deployment.Registry, CommunityRegistryCalls.Admit(admissions), cancellationToken);
            numbers.AddRange(admissions.Select(admission => admission.HouseNumber));
        }

        return numbers;
    }

    /// <summary>The date of issue is the present, but always later than the one that is in force.</summary>
    private async Task<SignedHouseNumber> SignAsync(KeyRegistration keys, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var now = (ulong)clock.GetUtcNow().ToUnixTimeSeconds();
        var former = await registry.HouseNumberOfAsync(keys.Gateway, cancellationToken);
        var issuedAt = Math.Max(now, former is null ? 0 : former.HouseNumber.IssuedAt + 1);
        var number = new VirtualHouseNumber(keys.CommunityId, keys.Gateway, issuedAt, (ulong)expiresAt.ToUnixTimeSeconds());
        return number.Sign(deployment.Domain, officer);
    }

    private void RequireBorder(CommunityClock days, DateTimeOffset expiresAt)
    {
        if (expiresAt <= clock.GetUtcNow() || days.StartOf(days.SlotAt(expiresAt)) != expiresAt)
        {
            throw new ArgumentException("A release date is in the future, at the start of a local day of the community.", nameof(expiresAt));
        }
    }
}
