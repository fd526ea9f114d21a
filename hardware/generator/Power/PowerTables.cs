using System.Globalization;
using Quarantine.Hardware.Tables;

namespace Quarantine.Hardware.Power;

/// <summary>The two tables that a power budget is calculated from.</summary>
public sealed record PowerTables(IReadOnlyList<Phase> Phases, IReadOnlyList<Battery> Batteries)
{
    /// <summary>In the columns <c>per_day</c> and <c>milliseconds</c>: whatever of the day no other phase takes.</summary>
    public const string Rest = "rest";

    public static PowerTables Read(string phasesCsv, string batteriesCsv) =>
        new([.. Csv.Read(phasesCsv).Select(PhaseOf)], [.. Csv.Read(batteriesCsv).Select(BatteryOf)]);

    private static Phase PhaseOf(IReadOnlyDictionary<string, string> row)
    {
        var rest = row["per_day"] == Rest;
        if (rest != (row["milliseconds"] == Rest))
        {
            throw new FormatException($"{row["phase"]}: per_day and milliseconds must both be {Rest}, or both numbers.");
        }

        return new Phase(
            row["board"],
            row["variant"],
            row["phase"],
            rest ? null : Number(row["per_day"]),
            rest ? 0 : Number(row["milliseconds"]),
            Number(row["milliamperes"]),
            row["basis"],
            row["source"]);
    }

    private static Battery BatteryOf(IReadOnlyDictionary<string, string> row) => new(
        row["board"],
        row["variant"],
        row["battery"],
        Number(row["capacity_mah"]),
        Number(row["usable_percent"]),
        Number(row["self_discharge_percent_per_month"]),
        row["source"]);

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
