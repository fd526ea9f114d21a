namespace Quarantine.Messages.Nodes;

/// <summary>Why a message of a node was dropped. Each is counted.</summary>
public enum EventRejection
{
    None = 0,

    /// <summary>Not the JSON object that it should be: a member is missing, unknown, double, of another type or out of range.</summary>
    Malformed = 1,

    /// <summary>Another version of the format.</summary>
    Version = 2,

    /// <summary>The message names another node than its topic.</summary>
    ForeignNode = 3,

    /// <summary>The message authentication code is not this node's.</summary>
    Mac = 4,
}
