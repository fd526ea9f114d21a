namespace Quarantine.PresenceTrials.Homes;

/// <summary>The homes of the trials.</summary>
internal static class Difficulties
{
    public static readonly IReadOnlyList<Difficulty> All =
    [
        new("plain"),
        new("quick open and close") { QuickOpenings = 4 },
        new("sits still for an hour") { LongestStill = 75 },
        new("to bed on coming in") { ToBedOnReturn = 0.3 },
        new("motion sensor cools down") { CoolDown = 0.3 },
        new("motion sensor holds its output") { Hold = 2 },
        new("delivery at the door") { Deliveries = 2 },
        new("visitors") { Visits = 1 },
        new("comes back for the keys") { Forgets = 0.4 },
        new("held door") { LongestHeld = 8 },
        new("stray motion once a day") { StrayMotion = 1 },
        new("door reports lost, 2 in 100") { LostReports = 0.02 },
        new("door repeats its state") { SignsOfLife = true },
        new("events late by up to 6 h") { Delay = 360 },
        new("sensor fails, noticed") { SensorFailures = 0.3 },
        new("power cuts") { PowerCuts = 0.3 },
        new("everything a little")
        {
            QuickOpenings = 2, LongestStill = 40, ToBedOnReturn = 0.1, CoolDown = 0.05, Hold = 0.5, Deliveries = 1, Visits = 0.3,
            Forgets = 0.1, LongestHeld = 2, StrayMotion = 0.3, LostReports = 0.005, Delay = 60, SensorFailures = 0.05,
        },
        new("two people, one leaves") { Decidable = false, OtherStays = 0.5 },
        new("pet") { Decidable = false, PetWalks = 15 },
        new("second door without a contact") { Decidable = false, OtherDoor = 0.3 },
        new("sensor dies, unnoticed") { Decidable = false, DiesUnnoticed = true },
    ];
}
