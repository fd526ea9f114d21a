using Quarantine.Demo.World;
using Quarantine.Gateway.Outbox;
using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Relay;

namespace Quarantine.Demo.Screen;

/// <summary>One house's figures, for a screen. Only the household itself sees them in life.</summary>
internal sealed record HouseView(
    string Name, PresenceState State, string Led, int Trips, long Events, long Dropped, int Signed, int Confirmed, int Relayed)
{
    public static HouseView Of(Household house)
    {
        var presence = house.Gateway.Presence;
        var outbox = house.Gateway.Outbox.All();
        return new HouseView(
            house.Name,
            presence.State,
            house.Node.Led.ToString(),
            presence.Trips.Count,
            house.Gateway.Counters.Stored,
            house.Gateway.Counters.Dropped.Values.Sum(),
            outbox.Sum(entry => entry.Attempts),
            outbox.Count(entry => entry.Status == OutboxStatus.Confirmed),
            house.Gateway.Relayed.All().Count(entry => entry.Status == RelayedStatus.Confirmed));
    }
}
