using Quarantine.Messages.Communities;

namespace Quarantine.Chain.Registry;

/// <summary>What an officer chose when a community was created.</summary>
/// <param name="Clock">Its local days.</param>
/// <param name="PageSize">Target number of keys of a ring.</param>
/// <param name="MinimumRing">Fewest keys of a ring.</param>
public sealed record CommunitySettings(CommunityClock Clock, byte PageSize, byte MinimumRing);
