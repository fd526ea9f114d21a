using Quarantine.Gateway.Presence;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Reports;

namespace Quarantine.Gateway.Replay;

/// <summary>How a trace is judged.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Thresholds">Its limits.</param>
/// <param name="Clock">The local days.</param>
/// <param name="Presence">The times by which presence judges.</param>
/// <param name="Anonymous">Whether only what would be reported is told.</param>
internal sealed record ReplayOptions(
    string Policy, PolicyThresholds Thresholds, CommunityClock Clock, PresenceOptions Presence, bool Anonymous);
