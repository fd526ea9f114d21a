using System.Globalization;
using System.Text.RegularExpressions;
using Quarantine.Hardware.Outputs;
using Quarantine.Hardware.Power;
using Quarantine.Hardware.Tables;

namespace Quarantine.Hardware.Tests.Power;

public sealed partial class PowerBudgetTests
{
    private static readonly Battery Ideal = new("b", "v", "cell", 1000, 100, 0, "none");

    [Fact]
    public void Of_OneHourAwakeADay_CountsItAndTheRest()
    {
        var tables = new PowerTables([Wake(1, 3_600_000, 10), Rest(1)], [Ideal]);
        var budget = PowerBudget.Of(tables, Ideal);

        Assert.Equal(3600, budget.AwakeSeconds, 6);
        Assert.Equal(10, budget.AwakeMilliampereHours, 6);
        Assert.Equal(23, budget.RestMilliampereHours, 6);
        Assert.Equal(1000.0 / 33, budget.LifeDays, 6);
        Assert.Equal(33_000.0 / 24, budget.AverageMicroamperes, 6);
    }

    [Fact]
    public void Of_TwiceAsLongAwake_TakesItFromTheRest()
    {
        var tables = new PowerTables([Wake(1, 3_600_000, 10), Rest(1)], [Ideal]);
        Assert.Equal(20 + 22, PowerBudget.Of(tables, Ideal, awakeFactor: 2).DayMilliampereHours, 6);
    }

    [Fact]
    public void Of_BatteryThatLosesByItself_LivesShorter()
    {
        // 1000 mAh lose 30.4375 % a month: 10 mAh a day, as much as the node takes.
        var leaky = Ideal with { SelfDischargePercentPerMonth = 30.4375 };
        var tables = new PowerTables([Wake(1, 3_600_000, 10), Rest(1e-12)], [leaky]);
        Assert.Equal(50, PowerBudget.Of(tables, leaky).LifeDays, 3);
    }

    [Fact]
    public void Of_HalfUsableBattery_LivesHalfAsLong()
    {
        var tables = new PowerTables([Wake(1, 3_600_000, 10), Rest(1)], [Ideal]);
        Assert.Equal(PowerBudget.Of(tables, Ideal).LifeDays / 2, PowerBudget.Of(tables, Ideal with { UsablePercent = 50 }).LifeDays, 6);
    }

    [Theory]
    [InlineData("firebeetle-2", "door")]
    [InlineData("firebeetle-2", "help")]
    [InlineData("esp32-devkitc", "door")]
    [InlineData("esp32-devkitc", "help")]
    public void Life_OnThePage_IsWhatTheTablesGive(string board, string variant)
    {
        var line = LifeLine().Matches(Hardware.Files.Read(RepositoryFiles.PagePath)).Single(match => match.Groups["board"].Value == board && match.Groups["variant"].Value == variant);

        Assert.Equal(Recomputed(board, variant, 1), int.Parse(line.Groups["life"].Value, CultureInfo.InvariantCulture));
        Assert.Equal(Recomputed(board, variant, 2), int.Parse(line.Groups["slow"].Value, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("rest,1000")]
    [InlineData("1,rest")]
    public void Read_HalfARest_IsRefused(string columns) => Assert.Throws<FormatException>(() => PowerTables.Read(
        $"board,variant,phase,per_day,milliseconds,milliamperes,basis,source\nb,v,p,{columns},1,assumed,s\n",
        "board,variant,battery,capacity_mah,usable_percent,self_discharge_percent_per_month,source\n"));

    /// <summary>The same sum in another order, from the tables' text: in mAs, and the life from it.</summary>
    private static int Recomputed(string board, string variant, double factor)
    {
        var awake = 0.0;
        var seconds = 0.0;
        var rest = 0.0;
        foreach (var row in Rows("phases").Where(row => row["board"] == board && row["variant"] == variant))
        {
            if (row["per_day"] == "rest")
            {
                rest += Number(row["milliamperes"]);
                continue;
            }

            var time = factor * Number(row["per_day"]) * Number(row["milliseconds"]) / 1000;
            seconds += time;
            awake += time * Number(row["milliamperes"]);
        }

        var battery = Rows("batteries").Single(row => row["board"] == board && row["variant"] == variant);
        var lost = Number(battery["capacity_mah"]) * Number(battery["self_discharge_percent_per_month"]) / 100 * 12 / 365.25;
        return (int)(Number(battery["capacity_mah"]) * Number(battery["usable_percent"]) / 100 / (((awake + (rest * (86_400 - seconds))) / 3600) + lost));
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string table) => Csv.Read(Hardware.Files.Read($"{RepositoryFiles.SensorNode}/power/{table}.csv"));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Phase Wake(double perDay, double milliseconds, double milliamperes) => new("b", "v", "wake-up: all", perDay, milliseconds, milliamperes, "assumed", "none");

    private static Phase Rest(double milliamperes) => new("b", "v", "rest: board", PerDay: null, 0, milliamperes, "assumed", "none");

    [GeneratedRegex(@"^\| (?<board>[\w-]+) \| (?<variant>[\w-]+) \|.*\| (?<life>\d+) days \| (?<slow>\d+) days \|$", RegexOptions.Multiline)]
    private static partial Regex LifeLine();
}
