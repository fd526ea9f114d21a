using System.Security.Cryptography;
using System.Text;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Possession;

namespace Quarantine.TestKit.Communities;

/// <summary>A gateway's keys, from a seed that follows from its number.</summary>
public sealed class TestMember : IDisposable
{
    private TestMember(PrivateKey account, RingKeyPair ring, SealingKeyPair sealing) => (Account, Ring, Sealing) = (account, ring, sealing);

    public PrivateKey Account { get; }

    public RingKeyPair Ring { get; }

    public SealingKeyPair Sealing { get; }

    public static TestMember Of(int number) => Of(number, keysOf: number);

    /// <summary>The account of one number with the ring and sealing keys of another, as after a change of keys.</summary>
    public static TestMember Of(int number, int keysOf)
    {
        using var accountSeed = Seed(number);
        using var keySeed = Seed(keysOf);
        var account = new byte[PrivateKey.Length];
        accountSeed.DeriveAccountSecret(account);
        return new TestMember(new PrivateKey(account), keySeed.DeriveRingKey(), keySeed.DeriveSealingKey());
    }

    public EnrolmentRequest Request(TypedDataDomain domain, Bytes32 communityId)
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

    private static GatewaySeed Seed(int number) => new(SHA256.HashData(Encoding.ASCII.GetBytes($"member {number}")));
}
