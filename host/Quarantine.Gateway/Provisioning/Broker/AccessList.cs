using System.Text;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>Mosquitto's access control file: who may publish and read what. What is not listed is refused.</summary>
internal static class AccessList
{
    private const string HomeAssistantStatus = "homeassistant/status";

    /// <summary>What a node publishes below its own prefix.</summary>
    private static readonly string[] Published = [NodeTopic.Event, NodeTopic.State, NodeTopic.Availability, NodeTopic.Health];

    public static string Of(string house, HouseRegister register)
    {
        var text = new StringBuilder("# Written by quarantine-gateway from the house's register; a change here is lost.\n");
        AppendGateway(text, house);
        if (register.Broker!.Accounts.Any(account => account.User == BrokerUser.HomeAssistant))
        {
            AppendHomeAssistant(text, house);
        }

        foreach (var node in register.Nodes)
        {
            AppendNode(text, house, node.Id);
        }

        return text.ToString();
    }

    private static void AppendGateway(StringBuilder text, string house) => text
        .Append($"\nuser {BrokerUser.OfGateway(house)}\n")
        .Append($"topic readwrite quarantine/v1/{house}/#\n")
        .Append($"topic write {NodeTopic.Discovery("+")}\n");

    private static void AppendHomeAssistant(StringBuilder text, string house) => text
        .Append($"\nuser {BrokerUser.HomeAssistant}\n")
        .Append($"topic read {NodeTopic.Filter(house, NodeTopic.State)}\n")
        .Append($"topic read {NodeTopic.Filter(house, NodeTopic.Availability)}\n")
        .Append("topic read homeassistant/#\n")
        .Append($"topic write {HomeAssistantStatus}\n");

    private static void AppendNode(StringBuilder text, string house, string node)
    {
        text.Append($"\nuser {BrokerUser.OfNode(house, node)}\n");
        foreach (var channel in Published)
        {
            text.Append($"topic write {new NodeTopic(house, node, channel)}\n");
        }

        text.Append($"topic write {NodeTopic.Discovery(node)}\n")
            .Append($"topic read {new NodeTopic(house, node, NodeTopic.Command)}\n")
            .Append($"topic read {HomeAssistantStatus}\n");
    }
}
