namespace Quarantine.Messages.Nodes;

/// <summary>A node's proof of life.</summary>
/// <param name="Node">The node.</param>
/// <param name="Boot">Its boot counter.</param>
/// <param name="UpMilliseconds">Milliseconds since boot at the publication.</param>
/// <param name="Queued">Events that wait for the gateway's acknowledgement.</param>
/// <param name="Dropped">Events of this boot that did not fit the queue.</param>
/// <param name="BatteryMillivolts">0 on mains.</param>
/// <param name="Faults">What went wrong in this boot, with bits that this program does not know.</param>
public sealed record NodeHealth(string Node, uint Boot, ulong UpMilliseconds, uint Queued, uint Dropped, int BatteryMillivolts, NodeFaults Faults);
