using Quarantine.Demo.World;
using Quarantine.Gateway.Outbox;
using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Relay;
using Quarantine.Officer.Watching;

namespace Quarantine.Demo.Screen;

/// <summary>Figures of the world at one moment, for a screen.</summary>
internal sealed record WorldView(
    int Home, int Away, int Unknown, long Events, int Signed, int Reports, int Violations, long Transactions, IReadOnlyList<HouseView> Houses)
{
    public static WorldView Of(DemoWorld world)
    {
        var houses = world.Households.Select(HouseView.Of).ToList();
        var findings = world.Watch.Findings;
        return new WorldView(
            houses.Count(house => house.State == PresenceState.Home),
            houses.Count(house => house.State == PresenceState.Away),
            houses.Count(house => house.State == PresenceState.Unknown),
            houses.Sum(house => house.Events),
            houses.Sum(house => house.Signed),
            findings.OfType<ReportFinding>().Count(),
            findings.OfType<ViolationFinding>().Count(),
            world.Chain.Sent,
            houses);
    }
}
