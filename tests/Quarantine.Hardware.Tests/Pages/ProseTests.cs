using System.Globalization;
using Quarantine.Firmware.Core;
using Quarantine.Hardware.Outputs;
using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Power;

namespace Quarantine.Hardware.Tests.Pages;

/// <summary>Figures that the page's sentences repeat from its sources.</summary>
public sealed class ProseTests
{
    private static readonly string Page = Hardware.Files.Read(RepositoryFiles.PagePath);
    private static readonly PowerTables Tables = Hardware.Files.ReadPower();

    [Fact]
    public void CurrentAsleep_OfTheFireBeetle_IsWhatTheAssemblySays()
    {
        Assert.Equal(0.02, RestOf("firebeetle-2", "door"), 2);
        Assert.Equal(4, RestOf("esp32-devkitc", "door"), 0);
        Assert.Contains("FireBeetle about 0.02 mA, DevKitC about 4 mA", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Share_OfTheWakeUps_IsWhatTheLessonsSay()
    {
        var budget = BudgetOf("firebeetle-2", "door");
        Assert.Equal(0.96, budget.AwakeMilliampereHours / budget.DayMilliampereHours, 2);
        Assert.Contains("The wake-ups take 96 % of what a FireBeetle uses", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Life_OfANodeThatSearchesItsRouter_IsWhatTheLessonsSay()
    {
        static Phase Searching(Phase phase) => phase.Name == "wake-up: Wi-Fi and address" ? phase with { Milliseconds = 15_000 } : phase;
        var searching = Tables with { Phases = [.. Tables.Phases.Select(Searching)] };
        var weeks = PowerBudget.Of(searching, BatteryOf("firebeetle-2", "door")).LifeDays / 7;
        Assert.Equal(7, weeks, 0);
        Assert.Contains("15 s costs ten times the radio phase: such a node lives for seven weeks", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Life_OfTheDevKitC_IsWhatTheLessonsSay()
    {
        Assert.Equal(17, (int)BudgetOf("esp32-devkitc", "door").LifeDays);
        Assert.Contains("Four AA last about 17 days", Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wake-up: listening for a command", SleepPlanner.LingerMs, "listens for another five seconds")]
    [InlineData("call: waiting for the answer", SleepPlanner.HelpAwakeMs, "15 minutes at most, counted from the call")]
    public void Times_OfThePhases_AreTheFirmwares(string phase, int milliseconds, string sentence)
    {
        var phases = Tables.Phases.Where(other => other.Name == phase).ToList();
        Assert.NotEmpty(phases);
        Assert.All(phases, other => Assert.Equal(milliseconds, other.Milliseconds));
        Assert.Contains(sentence, Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Goodbye_OfEachWakeUp_StaysBelowTheFirmwaresLimit()
    {
        var goodbyes = Tables.Phases.Where(phase => phase.Name == "wake-up: goodbye").ToList();
        Assert.Equal(Tables.Batteries.Count, goodbyes.Count);
        Assert.All(goodbyes, phase => Assert.InRange(phase.Milliseconds, 1, NodeLoop.FarewellMs));
        Assert.All(goodbyes, phase => Assert.Contains($"{NodeLoop.FarewellMs / 1000} s at most", phase.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Life_WhileTheGatewayIsAway_IsWhatTheLessonsSay()
    {
        Assert.Equal((60_000, 15 * 60_000, SleepPlanner.RetryMs), (SleepPlanner.AwakeMs, SleepPlanner.RetryMs, SleepPlanner.HelpRetry(PendingHelp.MaximumRetries)));
        var listening = Tables.Phases.First(phase => phase.Name == "wake-up: listening for a command");
        var wakes = 86_400_000.0 / (SleepPlanner.AwakeMs + SleepPlanner.RetryMs);
        var away = listening with { Board = "firebeetle-2", Variant = "door", Name = "wake-up: all", PerDay = wakes, Milliseconds = SleepPlanner.AwakeMs };
        var tables = Tables with { Phases = [away, .. Tables.Phases.Where(phase => phase.PerDay is null)] };
        var budget = PowerBudget.Of(tables, BatteryOf("firebeetle-2", "door"));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"60 s in every 16 min, at {listening.Milliamperes} mA as while listening (not counting what its attempts to connect add) {budget.AwakeMilliampereHours:0} mAh a day"),
            Page,
            StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"then lives for {Math.Floor(budget.LifeDays)} days"), Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Divider_OfTheDevKitC_IsWhatTheCircuitsSay()
    {
        var battery = Hardware.Map.FindBoard("esp32-devkitc")!.Battery;
        Assert.Equal(32, battery.ExactPercent!.Value, 0);
        Assert.Equal(2.3, battery.MaximumMillivolts / 1000 * battery.ExactPercent.Value / 100, 1);
        Assert.Contains("`470 / (1000 + 470) = 32 %`: a pack of fresh lithium AA (7.2 V) gives 2.3 V", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Wakes_OfEachDay_AreWhatThePageAssumes()
    {
        Assert.All(Tables.Phases.Where(phase => phase.Name.StartsWith("wake-up: ", StringComparison.Ordinal)), phase => Assert.Equal(phase.Variant == "door" ? 20 + 24 : 24 + 0.1, phase.PerDay!.Value));
        Assert.Contains("20 moves of the door and 24 hourly messages a day (`door`), or 24 messages and a call every ten days (`help`)", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_OfTheNodes_NameTheirSensors()
    {
        Assert.All(Hardware.Map.Variants, variant => Assert.Contains($"| `{variant.Name}` | `{string.Join(',', SensorsOf(variant))}`", Page, StringComparison.Ordinal));
        Assert.All(Hardware.Map.Variants, variant => Assert.Contains($"| `{variant.Power}` |", Page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SensorsOf(Variant variant) => variant.Networks.Where(network => !network.Optional).Select(network => network.Signal switch
    {
        "motionInside" => "motion-inside",
        var signal when signal.StartsWith("led", StringComparison.Ordinal) => null,
        var signal => signal,
    }).OfType<string>().OrderBy(sensor => Array.IndexOf(["door", "motion-inside", "help", "tamper", "battery"], sensor));

    private static double RestOf(string board, string variant) =>
        Tables.Phases.Where(phase => phase.Board == board && phase.Variant == variant && phase.PerDay is null).Sum(phase => phase.Milliamperes);

    private static PowerBudget BudgetOf(string board, string variant) =>
        PowerBudget.Of(Tables, BatteryOf(board, variant));

    private static Battery BatteryOf(string board, string variant) =>
        Tables.Batteries.Single(battery => battery.Board == board && battery.Variant == variant);
}
