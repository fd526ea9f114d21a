using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;

namespace Quarantine.Gateway.Provisioning;

/// <summary>The register, read by whoever does not change it.</summary>
public static class HouseRegisterFile
{
    /// <summary>Empty where nothing was provisioned; throws <see cref="ProvisioningException"/> where the file is damaged.</summary>
    public static HouseRegister Load(GatewayFiles files) =>
        ProvisioningFile.Load(files.Register, ProvisioningJson.Default.HouseRegister) ?? new HouseRegister();

    /// <summary>The settings with the provisioned nodes added to those that the configuration file names.</summary>
    public static GatewayOptions AddNodes(GatewayOptions options, GatewayFiles files)
    {
        var nodes = Load(files).Nodes;
        if (nodes.Count == 0)
        {
            return options;
        }

        var all = options with { Nodes = [.. options.Nodes, .. nodes.Select(node => node.ToOptions(files))] };
        all.Validate();
        return all;
    }
}
