namespace Quarantine.Messages.Nodes;

/// <summary>One message of one sensor.</summary>
/// <param name="Node">The node.</param>
/// <param name="Boot">The node's boot counter.</param>
/// <param name="Sequence">Number of the event in that boot, from 1.</param>
/// <param name="UpMilliseconds">Milliseconds since boot at the event.</param>
/// <param name="SentMilliseconds">Milliseconds since boot at this publication; not before the event.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">1 for open, on and pressed; 0 for closed and off; a battery's millivolts.</param>
public sealed record SensorEvent(
    string Node, uint Boot, uint Sequence, ulong UpMilliseconds, ulong SentMilliseconds, SensorKind Kind, int Value);
