namespace Quarantine.Messages.Nodes;

/// <summary>What a node's LED shows the household.</summary>
public enum LedState
{
    Calm = 0,

    /// <summary>A call for help was sent.</summary>
    Sent = 1,

    /// <summary>A worker answered.</summary>
    Acknowledged = 2,
    Fault = 3,
}
