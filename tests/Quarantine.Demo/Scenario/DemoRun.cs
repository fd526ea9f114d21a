using System.Diagnostics;
using Quarantine.Demo.Outcome;
using Quarantine.Demo.Screen;
using Quarantine.Demo.World;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Nodes;
using Quarantine.Officer.Watching;

namespace Quarantine.Demo.Scenario;

/// <summary>Plays the script in the world and writes down what came of it.</summary>
internal sealed class DemoRun(DemoWorld world, IDemoScreen screen)
{
    /// <summary>Longest window of the daily reports and longest hold of the relays, and a repetition.</summary>
    private static readonly TimeSpan ReportsIn = TimeSpan.FromHours(14);

    private readonly DemoOutcome _outcome = new();
    private readonly Attacks _attacks = new(world);
    private long _leftAt;

    public async Task<DemoOutcome> PlayAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var days = new CommunityClock(DemoWorld.UtcOffset);
        var firstSlot = days.SlotAt(world.Clock.GetUtcNow()) + 1;
        var script = new ScenarioScript(days, firstSlot);
        world.Found += NoteAlert;
        await world.EnrolAsync(firstSlot + 30, screen);
        await world.SchedulePoliciesAsync(firstSlot);
        foreach (var action in script.Actions)
        {
            await world.AdvanceToAsync(action.Time);
            Announce(script, action);
            world.Households[action.Household].Do(action.Kind);
            await world.SettleAsync();
            await AnswerEmergenciesAsync();
            screen.Show(world);
        }

        await world.AdvanceToAsync(script.At(ScenarioScript.Days, 0) + ReportsIn);
        await AttackAsync(firstSlot);
        new Judge(world, script, firstSlot).Write(_outcome);
        _outcome.WallSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        screen.Show(world);
        return _outcome;
    }

    private async Task AttackAsync(ulong firstSlot)
    {
        screen.Tell("A stranger alters a report that is on the chain and sends it again: to a relay, and to the contract itself");
        _outcome.ForgedRejected = await _attacks.ForgeAsync(firstSlot + 2) ? 1 : 0;
        screen.Tell("A household signs a second, nicer report for the same day and hands it to another relay");
        _outcome.DoublesRejected = await _attacks.DoubleAsync(firstSlot + 2) ? 1 : 0;
    }

    private void Announce(ScenarioScript script, HouseAction action)
    {
        var trip = script.Trips.FirstOrDefault(known => known.Left == action.Time && known.Household == action.Household);
        if (trip is { Household: ScenarioScript.Leaver })
        {
            _leftAt = Stopwatch.GetTimestamp();
            screen.Tell($"{Name(action)} leaves in the strong quarantine");
        }

        if (action.Kind is ActionKind.HelpPressed or ActionKind.PowerOff or ActionKind.PowerOn)
        {
            screen.Tell($"{Name(action)}: {action.Kind}");
        }
    }

    private void NoteAlert(Finding finding)
    {
        if (finding is ViolationFinding { Kind: Messages.Reports.ReportKind.Alert })
        {
            _outcome.AlertLatenciesMs.Add(Stopwatch.GetElapsedTime(_leftAt).TotalMilliseconds);
            screen.Tell("The officer sees an alert, and verifies its ring signature: somebody of eight");
        }
    }

    private async Task AnswerEmergenciesAsync()
    {
        foreach (var waiting in world.Worker.Entries.Where(entry => entry is { Content: not null, AcknowledgedBy: null }))
        {
            var opened = await world.Worker.OpenAsync(waiting.Hash);
            _outcome.EmergenciesOpened++;
            _outcome.EmergenciesVerified += opened is { IsVerified: true } ? 1 : 0;
            screen.Tell($"The worker opens a sealed call for help of {opened?.Content?.Name}, verified: {opened?.IsVerified}, and answers");
            await world.Worker.AcknowledgeAsync(waiting.Hash);
            await world.SettleAsync();
            var lit = await IsLitAsync(world.Households[ScenarioScript.Caller]);
            _outcome.EmergenciesAcknowledgedAtHome += lit ? 1 : 0;
            await world.Worker.ResolveAsync(waiting.Hash);
            await world.SettleAsync();
        }
    }

    /// <summary>The command is with the broker; the node shows it as soon as it has come.</summary>
    private static async Task<bool> IsLitAsync(Household house)
    {
        var started = Stopwatch.GetTimestamp();
        while (house.Node.Led.ToString() != nameof(LedState.Acknowledged) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        return house.Node.Led.ToString() == nameof(LedState.Acknowledged);
    }

    private static string Name(HouseAction action) => $"house-{action.Household + 1}";
}
