using System.CommandLine;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Files;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>What a command needs that changes nodes or the broker. Disposing lets the next command at them.</summary>
internal sealed class ProvisioningDesk : IDisposable
{
    private ProvisioningDesk(string path, GatewayOptions options, GatewayFiles files)
    {
        (Path, Options) = (System.IO.Path.GetFullPath(path), options);
        Session = ProvisioningSession.Open(options.House, files, new FileChanges());
    }

    /// <summary>The configuration file.</summary>
    public string Path { get; }

    public GatewayOptions Options { get; }

    public ProvisioningSession Session { get; }

    /// <summary>Opens it, and tells where an interrupted command was completed or taken back.</summary>
    public static ProvisioningDesk Open(ConfigurationOption configuration, ParseResult parse, CommandOutput output)
    {
        var path = configuration.PathOf(parse);
        var options = ConfigurationFile.Load(path);
        var files = options.ToFiles();
        RequireTrusted(path, files);
        var desk = new ProvisioningDesk(path, options, files);
        if (desk.Session.Recovered is { } change)
        {
            var exists = desk.Session.Register.Find(change.Node) is not null;
            var what = change.IsRemoval == exists ? "taken back" : "completed";
            output.Note($"An earlier command was interrupted while it {(change.IsRemoval ? "removed" : "added")} node '{change.Node}': that was {what}. The broker must read its files again.");
        }

        return desk;
    }

    public BrokerProvisioner Broker(TimeProvider clock) => new(Options.House, Path, Session, clock);

    public void Dispose() => Session.Dispose();

    /// <summary>
    /// Root runs the programs and writes to the folders that these files name: whoever else could change them would be root at the next command.
    /// </summary>
    private static void RequireTrusted(string path, GatewayFiles files)
    {
        if (Environment.IsPrivilegedProcess)
        {
            RootsAlone.Require(System.IO.Path.GetFullPath(path), "the configuration file", "Move it to a folder of root, such as /etc/quarantine.");
            RootsAlone.Require(files.HouseDirectory, "the folder of the house's register", "Name a folder of root in the setting HouseDirectory, such as /etc/quarantine/house, and move house.json, nodes, authority.* and *.password there.");
        }
    }
}
