using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Power;

namespace Quarantine.Hardware.Rules;

/// <summary>Whether the power tables cover every battery node, and agree with the circuits where they repeat them.</summary>
public static class PowerRules
{
    private const string WakeUp = "wake-up: ";
    private const string PullUp = "pull-up: ";
    private const double MillisecondsPerDay = 86_400_000;

    private static readonly string[] Bases = ["measured", "datasheet", "calculated", "assumed"];

    public static IReadOnlyList<string> Check(PinMap map, PowerTables tables)
    {
        var scenarios = map.Boards.SelectMany(board => map.Variants.Where(variant => variant.Sleeps).Select(variant => (Board: board, Variant: variant))).ToList();
        return
        [
            .. tables.Phases.SelectMany(phase => PhaseFaults(map, phase)),
            .. scenarios.SelectMany(scenario => ScenarioFaults(map.Chip, tables, scenario.Board, scenario.Variant)),
        ];
    }

    private static IEnumerable<string> PhaseFaults(PinMap map, Phase phase)
    {
        if (map.FindBoard(phase.Board) is null || map.Variants.All(variant => variant.Name != phase.Variant))
        {
            yield return $"{phase.Board} {phase.Variant}: no such board or variant";
        }

        if (!Bases.Contains(phase.Basis, StringComparer.Ordinal) || string.IsNullOrWhiteSpace(phase.Source))
        {
            yield return $"{phase.Board} {phase.Variant} {phase.Name}: needs a source, and a basis of {string.Join(", ", Bases)}";
        }

        if (phase.Milliamperes <= 0 || (phase.PerDay is not null && phase.PerDay * phase.Milliseconds <= 0))
        {
            yield return $"{phase.Board} {phase.Variant} {phase.Name}: takes no current or no time";
        }
    }

    private static IEnumerable<string> ScenarioFaults(Chip chip, PowerTables tables, Board board, Variant variant)
    {
        var name = $"{board.Name} {variant.Name}";
        var phases = tables.Phases.Where(phase => phase.Board == board.Name && phase.Variant == variant.Name).ToList();
        var batteries = tables.Batteries.Where(battery => battery.Board == board.Name && battery.Variant == variant.Name).ToList();
        if (batteries.Count != 1 || batteries[0].CapacityMilliampereHours <= 0 || batteries[0].UsablePercent is <= 0 or > 100)
        {
            yield return $"{name}: needs one battery with a capacity of which 1 to 100 % are usable";
        }

        if (phases.All(phase => phase.PerDay is not null) || phases.Sum(phase => (phase.PerDay ?? 0) * phase.Milliseconds) is <= 0 or >= MillisecondsPerDay)
        {
            yield return $"{name}: needs a rest of the day, and wake-ups that leave one";
        }

        if (phases.Where(phase => phase.Name.StartsWith(WakeUp, StringComparison.Ordinal)).Select(phase => phase.PerDay).Distinct().Skip(1).Any())
        {
            yield return $"{name}: the parts of a wake-up happen equally often";
        }

        foreach (var fault in variant.Networks.Where(network => network is { PullUp: not null, NormallyOpen: false }).SelectMany(network => PullUpFaults(chip, phases, network)))
        {
            yield return $"{name}: {fault}";
        }
    }

    private static IEnumerable<string> PullUpFaults(Chip chip, IReadOnlyList<Phase> phases, Network network)
    {
        var said = phases.SingleOrDefault(phase => phase.Name == PullUp + network.Signal)?.Milliamperes;
        var current = ContactCircuit.Of(chip, network).ClosedMicroamperes / 1000;
        if (said is null || Math.Abs(said.Value - current) > 0.000_05)
        {
            yield return $"{network.Signal}'s pull-up takes {current:0.0000} mA, the table says {said?.ToString() ?? "nothing"}";
        }
    }
}
