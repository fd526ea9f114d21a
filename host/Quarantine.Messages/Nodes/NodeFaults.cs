namespace Quarantine.Messages.Nodes;

/// <summary>Faults that a node tells of in its health. Each stays set until its next boot.</summary>
[Flags]
public enum NodeFaults
{
    None = 0,

    /// <summary>A file could not be written, or was corrupt.</summary>
    Storage = 1,

    /// <summary>Both copies of the boot counter were unusable.</summary>
    BootCounter = 2,

    /// <summary>The broker refused the credentials.</summary>
    BrokerRefused = 4,

    /// <summary>A command was malformed, too large, or carried a wrong tag.</summary>
    CommandRefused = 8,

    /// <summary>The network could not be joined, or none is configured.</summary>
    NoNetwork = 16,

    /// <summary>No time server answered.</summary>
    NoTime = 32,

    /// <summary>Edges or messages came faster than they were taken.</summary>
    Overrun = 64,
}
