using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.TypedData;
using Quarantine.Messages.Emergencies;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.TestKit.Communities;

/// <summary>Calls for help as a gateway makes them, genuine or not.</summary>
public static class TestEmergency
{
    /// <summary>A household's call, sealed to workers.</summary>
    public static byte[] Seal(TestCommunity community, TestMember member, params ReadOnlySpan<SealingPublicKey> workers) =>
        Seal(Content(community.HouseNumberOf(member)), community.Deployment.Domain, member.Account, workers);

    /// <summary>A call with a content of the caller's choice, signed by an account.</summary>
    public static byte[] Seal(EmergencyContent content, TypedDataDomain domain, PrivateKey account, params ReadOnlySpan<SealingPublicKey> workers) =>
        SealBytes(SignedEmergency.Encode(content, domain, account), workers);

    /// <summary>Any bytes, sealed as a call for help is.</summary>
    public static byte[] SealBytes(ReadOnlySpan<byte> plaintext, params ReadOnlySpan<SealingPublicKey> workers) =>
        new MessageSealer().Seal(plaintext, workers, TestCommunity.Id.ToArray());

    public static EmergencyContent Content(SignedHouseNumber houseNumber) => new(
        "Wang Fang", "+86 555 0100", "fever since yesterday,\nshort of breath", EmergencySource.Form, TestCommunity.Start.AddHours(20), houseNumber);
}
