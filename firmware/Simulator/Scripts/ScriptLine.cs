using Quarantine.Firmware.Simulator;

namespace Quarantine.Firmware.Simulator.Scripts;

/// <summary>One line of a script: what happens to a node, and when.</summary>
/// <param name="Offset">After the script's start, by the node's clock.</param>
/// <param name="Text">The line's sensor and value, for whoever watches.</param>
/// <param name="Apply">Does it.</param>
public sealed record ScriptLine(TimeSpan Offset, string Text, Action<SimulatedNode> Apply);
