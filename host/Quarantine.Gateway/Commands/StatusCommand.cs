using System.CommandLine;
using Quarantine.Gateway.Emergencies;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Outbox;
using Quarantine.Gateway.Store;
using Quarantine.Messages.Summaries;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Tells what the gateway has stored, dropped, reported and asked for. Works while it runs and while it does not.</summary>
internal sealed class StatusCommand : ProgramCommand
{
    private readonly ConfigurationOption _configuration;

    public StatusCommand(ProgramContext context)
        : base(context, "status", "Tell what the gateway has stored, dropped, reported and asked for.") =>
        _configuration = new ConfigurationOption(this, context);

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (options, files) = _configuration.Load(parse);
        if (!File.Exists(files.Store))
        {
            throw new CommandException(ExitCode.Input, "This gateway has not run yet.", files.Store, "Start it with the command 'run'.");
        }

        using var database = GatewayDatabase.Open(files.Store);
        var events = new EventStore(database);
        output.Show(new Facts($"House {options.House}")
            .Add("Events stored", "events", (ulong)events.Count())
            .Add("Enrolled", "enrolled", File.Exists(files.HouseNumber))
            .Add("nodes", Nodes(events))
            .Add("dropped", Dropped(events))
            .Add("reports", Reports(new OutboxStore(database)))
            .Add("emergencies", Emergencies(new EmergencyStore(database))));
        return Task.FromResult(ExitCode.Success);
    }

    private static Listing Nodes(EventStore events)
    {
        var nodes = new Listing("Sensor nodes", ("Node", "node"), ("Boot", "boot"), ("Complete up to", "acknowledged"), ("Lost", "lost"), ("Heard", "heard"));
        foreach (var node in events.Progress())
        {
            nodes.Add(FactValue.Of(node.Node), FactValue.Of(node.Boot), FactValue.Of(node.Acknowledged), FactValue.Of((ulong)node.Lost), FactValue.Of(node.Heard.ToString("u")));
        }

        return nodes;
    }

    private static Listing Dropped(EventStore events)
    {
        var dropped = new Listing("Messages dropped", ("Reason", "reason"), ("Count", "count"));
        foreach (var (reason, count) in events.Dropped().OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            dropped.Add(FactValue.Of(reason), FactValue.Of((ulong)count));
        }

        return dropped;
    }

    private static Listing Reports(OutboxStore outbox)
    {
        var reports = new Listing(
            "Reports", ("Slot", "slot"), ("Kind", "kind"), ("Status", "status"), ("Due", "due"), ("Says", "summary"), ("Tag", "tag"), ("Reason", "reason"));
        foreach (var entry in outbox.All())
        {
            reports.Add(
                FactValue.Of(entry.Slot), FactValue.Of(entry.Kind.ToString()), FactValue.Of(entry.Status.ToString()), FactValue.Of(entry.Due.ToString("u")),
                FactValue.Of(Says(entry)), FactValue.Of(entry.Tag?.ToString()), FactValue.Of(entry.Reason));
        }

        return reports;
    }

    private static string Says(OutboxEntry entry) =>
        entry.State is { } state && IntervalSummary.TryUnpack(state, out var summary)
            ? $"{summary!.Trips} trips, {summary.MinutesOutside} min outside, {summary.Visits} visits, {summary.UnknownMinutes} min unknown"
            : "";

    private static Listing Emergencies(EmergencyStore store)
    {
        var emergencies = new Listing("Calls for help", ("Time", "time"), ("Status", "status"), ("Hash", "hash"));
        foreach (var request in store.Requests())
        {
            emergencies.Add(FactValue.Of(request.Time.ToString("u")), FactValue.Of("Waiting"), FactValue.Of(""));
        }

        foreach (var entry in store.All())
        {
            emergencies.Add(FactValue.Of(entry.Created.ToString("u")), FactValue.Of(entry.Status.ToString()), FactValue.Of(entry.Hash.ToString()));
        }

        return emergencies;
    }
}
