namespace Quarantine.Firmware.Simulator.Running;

/// <summary>What the command line asked for.</summary>
/// <param name="Records">Provisioning records, one a node.</param>
/// <param name="Scripts">Scripts, one for each record and in their order.</param>
/// <param name="Speed">How much faster the nodes' clock runs.</param>
/// <param name="CaFile">PEM file of the broker's authority; null: <c>ca.pem</c> beside each record.</param>
/// <param name="FlashFolder">Folder with a folder of files for each node; null: in memory.</param>
/// <param name="Patience">How long to wait, in real time, for the last acknowledgements.</param>
/// <param name="Stay">Whether to go on after the scripts' end until interrupted.</param>
/// <param name="Json">Whether lines are JSON objects.</param>
public sealed record RunSettings(
    IReadOnlyList<string> Records, IReadOnlyList<string> Scripts, double Speed, string? CaFile, string? FlashFolder, TimeSpan Patience, bool Stay, bool Json);
