using Quarantine.Gateway.Provisioning;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>What is told of the broker.</summary>
internal static class BrokerFacts
{
    public static Facts Of(string title, RegisteredBroker broker, ProvisioningDesk desk)
    {
        var facts = new Facts(title)
            .Add("Folder", "directory", broker.Directory)
            .Add("Nodes reach it at", "address", $"{broker.Hosts[0]}:{broker.Port}")
            .Add("Certificate until", "certificateExpires", FactValue.Of(broker.CertificateExpires))
            .Add("Authority (back it up)", "authorityKey", desk.Session.Files.AuthorityKey)
            .Add("Set in", "configuration", desk.Path);
        return File.Exists(desk.Session.Files.HomeAssistantPassword)
            ? facts.Add("Home Assistant's password", "homeAssistantPassword", desk.Session.Files.HomeAssistantPassword)
            : facts;
    }
}
