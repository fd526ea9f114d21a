using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>What a node last told of itself.</summary>
/// <param name="Queued">Events that waited for this gateway's acknowledgement.</param>
/// <param name="Dropped">Events of its boot that did not fit its queue.</param>
/// <param name="BatteryMillivolts">0 without a battery.</param>
/// <param name="Faults">What went wrong in its boot.</param>
public sealed record NodeCondition(uint Queued, uint Dropped, int BatteryMillivolts, NodeFaults Faults);
