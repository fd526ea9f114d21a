using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Possession;

namespace Quarantine.Officer.Admission;

/// <summary>Verifies enrolment requests as the registry will, before anything is signed or paid.</summary>
/// <param name="domain">The registry's.</param>
/// <param name="communityId">The community that is enrolled into.</param>
public sealed class RequestCheck(TypedDataDomain domain, Bytes32 communityId)
{
    /// <summary>The first fault of one request; <see cref="RequestFault.Repeated"/> is not looked for.</summary>
    public RequestFault Verify(EnrolmentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var keys = request.Registration;
        var digest = keys.Digest(domain);
        if (keys.CommunityId != communityId)
        {
            return RequestFault.OtherCommunity;
        }

        if (!request.AccountSignature.IsBy(keys.Gateway, digest))
        {
            return RequestFault.AccountSignature;
        }

        if (!PublicKey.TryCreate(keys.SealingX, keys.SealingY, out var sealing) || !request.SealingSignature.IsBy(sealing.Address, digest))
        {
            return RequestFault.SealingSignature;
        }

        if (!RingPublicKey.TryCreate(keys.RingX, out var ring))
        {
            return RequestFault.RingKey;
        }

        return new PossessionProof(request.PossessionCommitment, request.PossessionResponse).Verify(ring, digest)
            ? AreSeparate(keys, sealing) ? RequestFault.None : RequestFault.KeysNotSeparate
            : RequestFault.Possession;
    }

    /// <summary>The faulty ones among requests that are to be admitted together.</summary>
    public IReadOnlyList<(EnrolmentRequest Request, RequestFault Fault)> VerifyAll(IReadOnlyList<EnrolmentRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var gateways = new HashSet<Address>();
        var ringKeys = new HashSet<Bytes32>();
        var faults = new List<(EnrolmentRequest, RequestFault)>();
        foreach (var request in requests)
        {
            var fresh = gateways.Add(request.Registration.Gateway) & ringKeys.Add(request.Registration.RingX);
            var fault = fresh ? Verify(request) : RequestFault.Repeated;
            if (fault != RequestFault.None)
            {
                faults.Add((request, fault));
            }
        }

        return faults;
    }

    /// <summary>The account is known by its address: that of either of the two points with the ring key's x must be another.</summary>
    private static bool AreSeparate(KeyRegistration keys, PublicKey sealing)
    {
        Span<byte> compressed = stackalloc byte[33];
        keys.RingX.CopyTo(compressed[1..]);
        var separate = sealing.Address != keys.Gateway && keys.RingX != keys.SealingX;
        for (byte parity = 2; separate && parity <= 3; parity++)
        {
            compressed[0] = parity;
            separate = PublicKey.TryParse(compressed, out var point) && point.Address != keys.Gateway;
        }

        return separate;
    }
}
