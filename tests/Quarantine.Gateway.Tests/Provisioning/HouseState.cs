using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Broker;

namespace Quarantine.Gateway.Tests.Provisioning;

/// <summary>What the files of a house say, compared with what they must say together.</summary>
internal static class HouseState
{
    /// <summary>Every file below a folder with its content.</summary>
    public static IReadOnlyDictionary<string, string> Snapshot(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path), path => Convert.ToHexString(File.ReadAllBytes(path)), StringComparer.Ordinal);

    /// <summary>Whether a node is there; asserts that it is in all places or in none.</summary>
    public static bool Has(ProvisionedHouse house, string node)
    {
        var user = BrokerUser.OfNode(ProvisionedHouse.Name, node);
        var registered = HouseRegisterFile.Load(house.Files).Find(node) is not null;
        Assert.Equal(registered, File.ReadAllText(house.Broker.Passwords).Contains($"{user}:$7$", StringComparison.Ordinal));
        Assert.Equal(registered, File.ReadAllText(house.Broker.AccessList).Contains($"user {user}\n", StringComparison.Ordinal));
        Assert.Equal(registered, File.Exists(house.Files.NodeKey(node)));
        Assert.Equal(registered, Directory.Exists(house.NodeFolder(node)));
        Assert.False(File.Exists(house.Files.PendingChange));
        Assert.DoesNotContain(Snapshot(house.Terminal.Folder).Keys, name => name.EndsWith(".new", StringComparison.Ordinal) && name.Contains(node, StringComparison.Ordinal));
        if (registered)
        {
            Assert.Equal(["boot-a", "boot-b", "ca.pem", "deploy.json", "node.json"], Directory.GetFiles(house.NodeFolder(node)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Assert.Equal(house.Recorded(node, "key"), File.ReadAllText(house.Files.NodeKey(node)).Trim());
        }

        return registered;
    }
}
