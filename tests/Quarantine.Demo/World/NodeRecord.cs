using System.Globalization;
using System.Text;
using Quarantine.Firmware.Core;
using Quarantine.Messages.Nodes;

namespace Quarantine.Demo.World;

/// <summary>The provisioning record of a household's node, read by the firmware's own reader.</summary>
internal static class NodeRecord
{
    public static ProvisioningRecord Create(string house, string node, NodeKey key, int port)
    {
        var json = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"v":1,"house":"{{house}}","node":"{{node}}","key":"{{key.Export()}}","sensors":"door,motion-inside,help","power":"battery","broker":"127.0.0.1","port":{{port}},"tls":0,"motion-hold":3000,"home-assistant":0}""");
        return ProvisioningReader.Read(Encoding.UTF8.GetBytes(json), out var error) ?? throw new InvalidDataException(error);
    }
}
