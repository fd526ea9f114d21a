using Quarantine.Hardware.Power;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Rules;

public sealed class PowerRulesTests
{
    private static readonly PowerTables Tables = Hardware.Files.ReadPower();

    [Fact]
    public void Check_OfTheRepository_FindsNothing() => Assert.Empty(PowerRules.Check(Hardware.Map, Tables));

    [Fact]
    public void Check_NodeWithoutABattery_IsNamed() => AssertFault(
        Tables with { Batteries = [.. Tables.Batteries.Skip(1)] }, "firebeetle-2 door: needs one battery");

    [Fact]
    public void Check_BatteryWithMoreThanItsCapacity_IsNamed() => AssertFault(
        Tables with { Batteries = [.. Tables.Batteries.Select(battery => battery with { UsablePercent = 120 })] }, "esp32-devkitc help: needs one battery");

    [Fact]
    public void Check_NodeWithoutARest_IsNamed() => AssertFault(
        Tables with { Phases = [.. Tables.Phases.Where(phase => phase.PerDay is not null)] }, "firebeetle-2 help: needs a rest of the day");

    [Fact]
    public void Check_WakeUpsLongerThanADay_IsNamed() => AssertFault(
        Changed(phase => phase.PerDay is null ? phase : phase with { Milliseconds = 1e6 }), "firebeetle-2 door: needs a rest of the day");

    [Fact]
    public void Check_PartOfAWakeUpMoreOftenThanTheOthers_IsNamed() => AssertFault(
        Changed(phase => phase.Name == "wake-up: TLS" ? phase with { PerDay = 3 } : phase), "firebeetle-2 door: the parts of a wake-up happen equally often");

    [Theory]
    [InlineData("pull-up: door", 0.0034, "door's pull-up takes 0.0033 mA, the table says 0.0034")]
    [InlineData("pull-up: tamper", 0.001, "tamper's pull-up takes 0.0033 mA, the table says 0.001")]
    public void Check_CurrentThatIsNotTheCircuits_IsNamed(string name, double current, string fault) => AssertFault(
        Changed(phase => phase.Name == name ? phase with { Milliamperes = current } : phase), fault);

    [Fact]
    public void Check_ForgottenPullUp_IsNamed() => AssertFault(
        Tables with { Phases = [.. Tables.Phases.Where(phase => phase.Name != "pull-up: door")] }, "the table says nothing");

    [Fact]
    public void Check_FigureWithoutABasis_IsNamed() => AssertFault(
        Changed(phase => phase.Name == "rest: board" ? phase with { Basis = "guessed" } : phase), "firebeetle-2 door rest: board: needs a source, and a basis of");

    [Fact]
    public void Check_PhaseWithoutCurrent_IsNamed() => AssertFault(
        Changed(phase => phase.Name == "rest: board" ? phase with { Milliamperes = 0 } : phase), "takes no current");

    [Fact]
    public void Check_UnknownBoard_IsNamed() => AssertFault(
        Changed(phase => phase with { Board = "nano" }), "nano door: no such board or variant");

    private static PowerTables Changed(Func<Phase, Phase> change) => Tables with { Phases = [.. Tables.Phases.Select(change)] };

    private static void AssertFault(PowerTables tables, string text) =>
        Assert.Contains(PowerRules.Check(Hardware.Map, tables), fault => fault.Contains(text, StringComparison.Ordinal));
}
