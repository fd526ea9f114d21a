namespace Quarantine.Gateway.Keys;

/// <summary>What lies in a gateway's folders.</summary>
/// <param name="directory">What the running gateway keeps.</param>
/// <param name="house">What was provisioned; null: in the same folder.</param>
public sealed class GatewayFiles(string directory, string? house = null)
{
    private readonly string _house = house ?? directory;

    public string DataDirectory => directory;

    /// <summary>The register and what belongs to it. The running gateway only reads it, so that it may belong to root.</summary>
    public string HouseDirectory => _house;

    /// <summary>The seed of all keys, in a Web3 keystore: the one thing to back up.</summary>
    public string Seed => Path.Combine(directory, "seed.json");

    /// <summary>The account key alone, in a Web3 keystore, for other Ethereum tools.</summary>
    public string Account => Path.Combine(directory, "account.json");

    /// <summary>The officer's certificate.</summary>
    public string HouseNumber => Path.Combine(directory, "house-number.json");

    public string Store => Path.Combine(directory, "gateway.db");

    /// <summary>What was provisioned: the broker and the nodes.</summary>
    public string Register => Path.Combine(_house, "house.json");

    /// <summary>Folder with a key for each provisioned node.</summary>
    public string NodeKeys => Path.Combine(_house, "nodes");

    /// <summary>Certificate of the house's authority: what the nodes trust.</summary>
    public string Authority => Path.Combine(_house, "authority.pem");

    /// <summary>The authority's key: whoever has it can be this house's broker.</summary>
    public string AuthorityKey => Path.Combine(_house, "authority.key");

    /// <summary>This gateway's password at the house's broker.</summary>
    public string BrokerPassword => Path.Combine(_house, "house-broker.password");

    /// <summary>Home Assistant's password at the house's broker.</summary>
    public string HomeAssistantPassword => Path.Combine(_house, "home-assistant.password");

    /// <summary>Held while somebody provisions.</summary>
    public string ProvisioningLock => Path.Combine(_house, "provisioning.lock");

    /// <summary>A change of a node that is under way.</summary>
    public string PendingChange => Path.Combine(_house, "provisioning.json");

    /// <summary>A provisioned node's key.</summary>
    public string NodeKey(string node) => Path.Combine(NodeKeys, $"{node}.key");

    /// <summary>Makes the directory, for this user alone.</summary>
    public void CreateDirectory()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(directory, Owner);
    }
}
