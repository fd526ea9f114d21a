using System.Globalization;
using System.Diagnostics;
using Quarantine.Demo.World;
using Quarantine.Gateway.Presence;
using Quarantine.Messages.Reports;
using Quarantine.Officer.Verification;
using Quarantine.Officer.Watching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Quarantine.Demo.Screen;

/// <summary>One live screen: the households, the way of the data, the officer's view, what happened last.</summary>
internal sealed class LiveScreen(LiveDisplayContext display) : IDemoScreen
{
    private const int LinesKept = 8;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(150);

    private readonly Queue<string> _told = new();
    private long _shown;

    public void Tell(string text)
    {
        _told.Enqueue(text);
        while (_told.Count > LinesKept)
        {
            _told.Dequeue();
        }
    }

    public void Show(DemoWorld world)
    {
        if (_shown != 0 && Stopwatch.GetElapsedTime(_shown) < Frame)
        {
            return;
        }

        _shown = Stopwatch.GetTimestamp();
        var view = WorldView.Of(world);
        display.UpdateTarget(new Rows(Clock(world, view), Houses(view), Officer(world), Told()));
        display.Refresh();
    }

    private static Markup Clock(DemoWorld world, WorldView view)
    {
        var local = world.Clock.GetUtcNow().ToOffset(DemoWorld.UtcOffset);
        return new Markup(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]Quarantine[/]  simulated {local:ddd yyyy-MM-dd HH:mm:ss}   MQTT events [bold]{view.Events}[/]  ring signatures [bold]{view.Signed}[/]  transactions [bold]{view.Transactions}[/]  reports on chain [bold]{view.Reports}[/]"));
    }

    private static Table Houses(WorldView view)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Households (what stays at home)");
        foreach (var heading in (string[])["House", "Presence", "LED", "Trips", "Events", "Dropped", "Signed", "Confirmed", "Relayed for others"])
        {
            table.AddColumn(heading);
        }

        foreach (var house in view.Houses)
        {
            table.AddRow(
                house.Name, Coloured(house.State), house.Led, Text(house.Trips), Text(house.Events), Text(house.Dropped), Text(house.Signed),
                Text(house.Confirmed), Text(house.Relayed));
        }

        return table;
    }

    private static Table Officer(DemoWorld world)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("The officer's view (what the chain tells)");
        foreach (var heading in (string[])["Slot", "Daily reports", "Alerts", "Violations verified", "Not verified"])
        {
            table.AddColumn(heading);
        }

        var findings = world.Watch.Findings;
        var reports = findings.OfType<ReportFinding>().ToLookup(report => report.Slot);
        var violations = findings.OfType<ViolationFinding>().ToLookup(violation => violation.Slot);
        foreach (var slot in reports.Select(group => group.Key).Order())
        {
            table.AddRow(
                Text((long)slot),
                $"{reports[slot].Count(report => report.Kind == ReportKind.Daily)} of {world.Households.Count}",
                Text(reports[slot].Count(report => report.Kind == ReportKind.Alert)),
                Text(violations[slot].Count(violation => violation.Verdict == ViolationVerdict.Verified)),
                Text(violations[slot].Count(violation => violation.Verdict != ViolationVerdict.Verified)));
        }

        return table;
    }

    private Rows Told() => new(_told.Select(IRenderable (line) => new Text(line, new Style(decoration: Decoration.Dim))));

    private static string Coloured(PresenceState state) => state switch
    {
        PresenceState.Home => "[green]home[/]",
        PresenceState.Away => "[yellow]away[/]",
        _ => "[grey]unknown[/]",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
