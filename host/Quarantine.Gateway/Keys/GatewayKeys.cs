using System.Security.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.TypedData;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Possession;

namespace Quarantine.Gateway.Keys;

/// <summary>The three keys of a gateway, derived from its one seed. Disposing erases them.</summary>
public sealed class GatewayKeys : IDisposable
{
    private GatewayKeys(PrivateKey account, RingKeyPair ring, SealingKeyPair sealing) => (Account, Ring, Sealing) = (account, ring, sealing);

    /// <summary>The blockchain account that the house number names.</summary>
    public PrivateKey Account { get; }

    /// <summary>Signs reports.</summary>
    public RingKeyPair Ring { get; }

    /// <summary>Opens what is sealed to this relay.</summary>
    public SealingKeyPair Sealing { get; }

    public static GatewayKeys Derive(GatewaySeed seed)
    {
        Span<byte> account = stackalloc byte[PrivateKey.Length];
        try
        {
            seed.DeriveAccountSecret(account);
            return new GatewayKeys(new PrivateKey(account), seed.DeriveRingKey(), seed.DeriveSealingKey());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(account);
        }
    }

    /// <summary>The request by which an officer can enrol this gateway in a community.</summary>
    public EnrolmentRequest CreateEnrolmentRequest(TypedDataDomain domain, Bytes32 communityId)
    {
        var sealing = Sealing.PublicKey;
        var registration = new KeyRegistration(communityId, Account.Address, Ring.PublicKey.X, sealing.X, sealing.Y);
        var digest = registration.Digest(domain);
        var proof = new PossessionProver().Prove(Ring, digest);
        return Signature.TryParse(Sealing.SignRegistration(digest), out var sealingSignature)
            ? new EnrolmentRequest(registration, Account.Sign(digest), sealingSignature, proof.Commitment, proof.Response)
            : throw new CryptographicException("The sealing key made no valid signature.");
    }

    public void Dispose()
    {
        Account.Dispose();
        Ring.Dispose();
        Sealing.Dispose();
    }

    /// <summary>The account's address only.</summary>
    public override string ToString() => $"keys of {Account.Address}";
}
