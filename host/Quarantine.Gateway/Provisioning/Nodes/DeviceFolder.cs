using Quarantine.Gateway.Provisioning.Files;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Provisioning.Nodes;

/// <summary>The folder with the files that make a board this node; <c>nanoff</c> copies them. It holds secrets, and only its owner enters it.</summary>
internal static class DeviceFolder
{
    public const string Deployment = "deploy.json";
    public const string Network = "network.json";

    /// <summary>What goes to the node's storage.</summary>
    private static readonly string[] Deployed = [NodeProvisioning.FileName, .. NodeProvisioning.CounterFileNames, NodeProvisioning.AuthorityFileName];

    private static IEnumerable<string> AllFiles => [.. Deployed, Deployment, Network];

    /// <summary>Writes everything into a folder of its own.</summary>
    /// <param name="changes">Writes.</param>
    /// <param name="folder">Made by this.</param>
    /// <param name="record">The node's provisioning record.</param>
    /// <param name="authority">PEM of the authority's certificate.</param>
    /// <param name="wifi">Null: no network deployment.</param>
    public static void Write(FileChanges changes, string folder, ReadOnlySpan<byte> record, ReadOnlySpan<byte> authority, WifiCredentials? wifi)
    {
        changes.CreateFolder(folder);
        changes.Write(Path.Combine(folder, NodeProvisioning.FileName), record);
        foreach (var counter in NodeProvisioning.CounterFileNames)
        {
            changes.Write(Path.Combine(folder, counter), NodeProvisioning.FreshCounter());
        }

        changes.Write(Path.Combine(folder, NodeProvisioning.AuthorityFileName), authority);
        changes.Write(Path.Combine(folder, Deployment), NanoffFiles.Deployment(Deployed));
        if (wifi is not null)
        {
            changes.Write(Path.Combine(folder, Network), NanoffFiles.Network(wifi));
        }
    }

    /// <summary>Deletes what this wrote, and the folder where nothing else is in it.</summary>
    public static void Delete(FileChanges changes, string folder)
    {
        foreach (var name in AllFiles)
        {
            changes.Delete(Path.Combine(folder, name));
        }

        changes.DeleteEmptyFolder(folder);
    }
}
