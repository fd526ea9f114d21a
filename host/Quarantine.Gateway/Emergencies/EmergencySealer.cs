using Quarantine.Chain.Communities;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Gateway.Configuration;
using Quarantine.Messages.Emergencies;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Gateway.Emergencies;

/// <summary>Writes, signs and seals a call for help to the workers on duty, or to all where nobody is.</summary>
public sealed class EmergencySealer(
    CommunityFollower community, QuarantineDeployment deployment, PrivateKey account, SignedHouseNumber houseNumber, ContactOptions contact)
{
    /// <summary>So many workers' wraps fit into a message to a relay.</summary>
    private const int MaximumRecipients = 32;

    private readonly MessageSealer _sealer = new();

    /// <summary>Null where the community has no worker to seal to.</summary>
    public EmergencyEntry? Seal(HelpRequest request)
    {
        var keys = Recipients();
        if (keys.Length == 0)
        {
            return null;
        }

        var source = request.Node.Length > 0 ? EmergencySource.Button : EmergencySource.Form;
        var content = new EmergencyContent(contact.Name, contact.Phone, request.Symptoms, source, request.Time, houseNumber);
        var signed = SignedEmergency.Encode(content, deployment.Domain, account);
        var ciphertext = _sealer.Seal(signed, keys, community.Read(state => state.CommunityId).ToArray());
        return new EmergencyEntry(Keccak256.Hash(ciphertext), ciphertext, request.Time, EmergencyStatus.Pending, request.Node);
    }

    private SealingPublicKey[] Recipients()
    {
        var keys = new List<SealingPublicKey>();
        foreach (var worker in community.Read(state => state.EmergencyRecipients()).Take(MaximumRecipients))
        {
            if (SealingPublicKey.TryCreate(worker.KeyX, worker.KeyY, out var key))
            {
                keys.Add(key);
            }
        }

        return [.. keys];
    }
}
