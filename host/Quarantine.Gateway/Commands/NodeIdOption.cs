using System.CommandLine;
using Quarantine.Messages.Nodes;
using Quarantine.Terminal.Arguments;

namespace Quarantine.Gateway.Commands;

/// <summary>The option <c>--id</c> of a node's commands.</summary>
internal static class NodeIdOption
{
    public static Option<string> Create() => TypedOption.Required<string>("--id", "Id of the node.", "ID", TryParse, "an id: 1 to 32 of a-z, 0-9 and '-'");

    private static bool TryParse(string text, out string id)
    {
        id = text;
        return NodeTopic.IsId(text);
    }
}
