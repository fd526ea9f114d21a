using System.Text;
using Quarantine.Gateway.Provisioning.Broker;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Provisioning;

/// <summary>Adds and removes sensor nodes: key, broker credentials, rights, and the files to flash.</summary>
/// <param name="house">The house.</param>
/// <param name="session">The work on its register.</param>
internal sealed class NodeProvisioner(string house, ProvisioningSession session)
{
    private const string SetUpFirst = "Set it up first: quarantine-gateway broker init --host NAME_OR_ADDRESS";

    /// <summary>Makes a node; its entry. Nothing is changed where this throws.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="others">Ids of nodes that the configuration file names.</param>
    public RegisteredNode Add(NodeRequest request, IReadOnlyCollection<string> others)
    {
        var broker = session.Register.Broker ?? throw new ProvisioningException("This house's broker is not set up.", session.Files.Register, SetUpFirst);
        RequireFree(request.Id, others);
        RequireFolder(request.Folder);
        var authority = File.ReadAllBytes(session.Files.Authority);
        var password = BrokerPassword.Generate();
        using var key = NodeKey.Generate();
        var record = Record(request, broker, password).Encode(key);
        var node = Entry(request, password);
        try
        {
            session.Add(
                node,
                (changes, folder) => DeviceFolder.Write(changes, folder, record, authority, request.Wifi),
                Encoding.ASCII.GetBytes($"{key.Export()}\n"));
            return node;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ProvisioningException(
                $"Node '{node.Id}' was not added: {exception.Message}",
                $"{node.Folder}, {session.Files.HouseDirectory}, {broker.Directory}",
                "Check these folders' owners, permissions and free space. What was begun is taken back, at the latest by the next command.",
                exception);
        }
    }

    /// <summary>Removes a node, or completes a removal that was interrupted.</summary>
    public void Remove(string id)
    {
        if (session.RecoveredRemovalOf(id))
        {
            return;
        }

        var node = session.Register.Find(id) ?? throw new ProvisioningException(
            $"There is no provisioned node '{id}'.", session.Files.Register, "See which there are: quarantine-gateway node list");
        try
        {
            session.Remove(node);
        }
        catch (Exception exception) when ((exception is IOException or UnauthorizedAccessException) && session.Register.Find(id) is null)
        {
            throw new ProvisioningException(
                $"Node '{id}' is no longer registered, but not everything of it could be removed: {exception.Message}",
                session.Files.PendingChange,
                "Correct that, then repeat the command: it goes on where this one stopped.",
                exception);
        }
    }

    private static RegisteredNode Entry(NodeRequest request, string password) => new()
    {
        Id = request.Id,
        Sensors = string.Join(',', request.Sensors.Select(SensorKindName.Of)),
        OnBattery = request.OnBattery,
        Board = request.Board,
        PasswordHash = MosquittoPasswordHash.Of(password),
        Folder = request.Folder,
    };

    private static void RequireFolder(string folder)
    {
        if (Path.Exists(folder))
        {
            throw new ProvisioningException("The folder for the files to flash is there already, and is never overwritten.", folder, "Choose another with --out, or delete it.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(folder)))
        {
            throw new ProvisioningException("There is no folder to make the node's folder in.", Path.GetDirectoryName(folder) ?? folder, "Make it, or choose another with --out.");
        }
    }

    private NodeProvisioning Record(NodeRequest request, RegisteredBroker broker, string password) => new()
    {
        House = house,
        Node = request.Id,
        Sensors = request.Sensors,
        OnBattery = request.OnBattery,
        Broker = broker.Hosts[0],
        Port = broker.Port,
        User = BrokerUser.OfNode(house, request.Id),
        Password = password,
        MotionHold = request.MotionHold,
        MotionWarmUp = request.MotionWarmUp,
        LowBatteryMillivolts = request.LowBatteryMillivolts,
        HomeAssistant = request.HomeAssistant,
        Board = request.Board,
    };

    private void RequireFree(string id, IReadOnlyCollection<string> others)
    {
        if (session.Register.Find(id) is { } existing)
        {
            var interrupted = session.Recovered is { IsRemoval: false } change && change.Node == id;
            throw new ProvisioningException(
                interrupted ? $"An interrupted command had added node '{id}'; it is complete." : $"There is a node '{id}' already.",
                existing.Folder,
                "Flash its folder, choose another id, or take it back first: quarantine-gateway node remove --id " + id);
        }

        if (others.Contains(id, StringComparer.Ordinal))
        {
            throw new ProvisioningException(
                $"The configuration file names a node '{id}' already.", "Nodes", "Choose another id, or take that entry out of the configuration file.");
        }
    }
}
