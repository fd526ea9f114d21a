using System.Security.Cryptography;
using Quarantine.Chain.Communities;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Outbox;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Reports;

namespace Quarantine.Gateway.Reporting;

/// <summary>
/// Sees to it that there is a daily report for every slot in which this gateway is a member of a ring, each at its own random moment, also
/// for slots that passed while the gateway was off.
/// </summary>
public sealed class ReportScheduler(CommunityFollower community, OutboxStore outbox, ReportingOptions options, TimeProvider clock)
{
    /// <summary>Slots after which the contract takes no daily report of a slot any more.</summary>
    public const ulong AcceptedSlots = 8;

    /// <summary>Adds what is missing; when the next slot ends, null before the community is known.</summary>
    /// <param name="isMemberAt">Whether this gateway is in a ring of a slot.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<DateTimeOffset?> StepAsync(Func<ulong, CancellationToken, Task<bool>> isMemberAt, CancellationToken cancellationToken)
    {
        if (community.Read(state => state.Clock) is not { } days)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var current = days.SlotAt(now);
        var known = outbox.All().Where(entry => entry.Kind == ReportKind.Daily).Select(entry => entry.Slot).ToHashSet();
        for (var slot = current - Math.Min(current, AcceptedSlots); slot < current; slot++)
        {
            if (!known.Contains(slot) && HasPolicy(slot) && await isMemberAt(slot, cancellationToken))
            {
                outbox.Add(slot, ReportKind.Daily, Moment(days, slot, now));
            }
        }

        return days.EndOf(current);
    }

    private bool HasPolicy(ulong slot) => community.Read(state => state.PolicyAt(slot)) is not null;

    /// <summary>Uniform over the window after the slot's end; for a slot that ended long ago, over the window from this moment on.</summary>
    private DateTimeOffset Moment(CommunityClock days, ulong slot, DateTimeOffset now)
    {
        var ended = days.EndOf(slot);
        var from = ended + options.DailyWindow > now ? ended : now;
        return from + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)options.DailyWindow.TotalMilliseconds));
    }
}
