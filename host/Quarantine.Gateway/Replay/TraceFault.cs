namespace Quarantine.Gateway.Replay;

/// <summary>Why a line of a trace was dropped.</summary>
public enum TraceFault
{
    None,

    /// <summary>Longer than any event.</summary>
    Length,

    /// <summary>Not three fields, or a quote that is not closed.</summary>
    Fields,

    /// <summary>No time by ISO 8601, or one outside 1970 to 2100.</summary>
    Time,

    /// <summary>An unknown sensor.</summary>
    Sensor,

    /// <summary>A value that this sensor does not have.</summary>
    Value,

    /// <summary>The same time, sensor and value as a line that was accepted.</summary>
    Duplicate,
}
