namespace Quarantine.Gateway.Keys;

/// <summary>What lies in a gateway's data directory.</summary>
public sealed class GatewayFiles(string directory)
{
    /// <summary>The seed of all keys, in a Web3 keystore: the one thing to back up.</summary>
    public string Seed => Path.Combine(directory, "seed.json");

    /// <summary>The account key alone, in a Web3 keystore, for other Ethereum tools.</summary>
    public string Account => Path.Combine(directory, "account.json");

    /// <summary>The officer's certificate.</summary>
    public string HouseNumber => Path.Combine(directory, "house-number.json");

    public string Store => Path.Combine(directory, "gateway.db");

    /// <summary>Makes the directory, for this user alone.</summary>
    public void CreateDirectory()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(directory, Owner);
    }
}
