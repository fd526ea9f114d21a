using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Power;

namespace Quarantine.Hardware.Pages;

/// <summary>The power budget's tables.</summary>
public static class PowerPages
{
    /// <summary>The phases of one node, with their charge in mAh a day.</summary>
    public static string Phases(PowerTables tables, string board, string variant)
    {
        var phases = tables.Phases.Where(phase => phase.Board == board && phase.Variant == variant).ToList();
        return MarkdownTable.Of(["phase", "times a day", "ms each", "mA", "mAs each time", "basis", "source"], phases.Select(PhaseRow));
    }

    /// <summary>How long each battery node lives.</summary>
    public static string Life(PowerTables tables) => MarkdownTable.Of(
        ["board", "node", "battery", "awake a day", "awake", "asleep", "together", "average", "life", "life if each wake-up takes twice as long"],
        tables.Batteries.Select(battery => LifeRow(PowerBudget.Of(tables, battery), PowerBudget.Of(tables, battery, awakeFactor: 2))));

    private static IReadOnlyList<string> PhaseRow(Phase phase) =>
    [
        phase.Name,
        phase.PerDay is { } times ? Quantity.Number(times) : PowerTables.Rest,
        phase.PerDay is null ? PowerTables.Rest : Quantity.Number(phase.Milliseconds),
        Quantity.Number(phase.Milliamperes),
        phase.PerDay is null ? string.Empty : Quantity.Rounded(phase.Milliseconds * phase.Milliamperes / 1000),
        phase.Basis,
        phase.Source,
    ];

    private static IReadOnlyList<string> LifeRow(PowerBudget budget, PowerBudget slow) =>
    [
        budget.Battery.Board,
        budget.Battery.Variant,
        budget.Battery.Name,
        $"{Quantity.Rounded(budget.AwakeSeconds)} s",
        $"{Quantity.Rounded(budget.AwakeMilliampereHours)} mAh",
        $"{Quantity.Rounded(budget.RestMilliampereHours)} mAh",
        $"{Quantity.Rounded(budget.DayMilliampereHours)} mAh",
        Quantity.Microamperes(budget.AverageMicroamperes),
        $"{Math.Floor(budget.LifeDays)} days",
        $"{Math.Floor(slow.LifeDays)} days",
    ];
}
