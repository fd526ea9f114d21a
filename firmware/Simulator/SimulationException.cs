namespace Quarantine.Firmware.Simulator;

/// <summary>A record, script or setting that cannot be run. The message names the file, what is wrong, and what it must be.</summary>
public sealed class SimulationException(string message) : Exception(message);
