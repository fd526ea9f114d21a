using Microsoft.Data.Sqlite;
using Quarantine.Gateway.Emergencies;
using Quarantine.Gateway.Store;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>Sensor events and how far each node's are complete, in the store. Durable when a method returns.</summary>
public sealed class EventStore(GatewayDatabase database)
{
    private const string EventColumns = "node, boot, seq, up, kind, value, time, uncertain";

    /// <summary>Stores a batch in one commit, and with it the calls for help that are in it; the events that were not stored before.</summary>
    public IReadOnlyList<StoredEvent> Append(IReadOnlyList<StoredEvent> events) => database.Write(transaction =>
    {
        var fresh = new List<StoredEvent>(events.Count);
        foreach (var item in events)
        {
            if (!Insert(transaction, item))
            {
                continue;
            }

            fresh.Add(item);
            if (item.Kind == (int)SensorKind.Help)
            {
                HelpRequest.Insert(transaction, new HelpRequest(item.Time, item.Node, ""));
            }
        }

        return fresh;
    });

    /// <summary>The highest number up to which nothing of a boot is missing above <paramref name="from"/>.</summary>
    public uint CompleteUpTo(string node, uint boot, uint from) => database.Read(transaction => (uint)transaction.Scalar(
        """
        WITH RECURSIVE run(seq) AS (
            SELECT $3 UNION ALL
            SELECT event.seq FROM run JOIN event ON event.node = $1 AND event.boot = $2 AND event.seq = run.seq + 1)
        SELECT max(seq) FROM run
        """,
        from, node, (long)boot, (long)from));

    /// <summary>The lowest stored number above <paramref name="above"/>; null where there is none.</summary>
    public uint? NextStored(string node, uint boot, uint above) => database.Read(transaction =>
        transaction.Scalar("SELECT min(seq) FROM event WHERE node = $1 AND boot = $2 AND seq > $3", -1, node, (long)boot, (long)above) is var seq and >= 0
            ? (uint)seq
            : (uint?)null);

    public void Save(NodeProgress progress) => database.Write(transaction => transaction.Execute(
        """
        INSERT INTO node (node, boot, acknowledged, heard, lost, queued, dropped, battery, faults) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (node) DO UPDATE SET boot = $2, acknowledged = $3, heard = $4, lost = $5, queued = $6, dropped = $7, battery = $8, faults = $9
        """,
        progress.Node, (long)progress.Boot, (long)progress.Acknowledged, progress.Heard.ToUnixTimeMilliseconds(), progress.Lost,
        (long?)progress.Health?.Queued, (long?)progress.Health?.Dropped, (long?)progress.Health?.BatteryMillivolts,
        (long?)progress.Health?.Faults));

    public IReadOnlyList<NodeProgress> Progress() => database.Read(transaction => transaction.Query(
        "SELECT node, boot, acknowledged, heard, lost, queued, dropped, battery, faults FROM node", ReadProgress));

    /// <summary>Every stored event in the order of time.</summary>
    public IReadOnlyList<StoredEvent> All() => database.Read(transaction => transaction.Query(
        $"SELECT {EventColumns} FROM event ORDER BY time, node, boot, seq", Read));

    /// <summary>The latest stored event of a node; null where there is none.</summary>
    public StoredEvent? Latest(string node) => database.Read(transaction => transaction.Query(
        $"SELECT {EventColumns} FROM event WHERE node = $1 ORDER BY boot DESC, seq DESC LIMIT 1", Read, node) is [var latest]
        ? latest
        : null);

    public long Count() => database.Read(transaction => transaction.Scalar("SELECT count(*) FROM event", 0));

    /// <summary>Adds to the counts of what was dropped, by reason.</summary>
    public void CountDropped(IReadOnlyDictionary<string, long> reasons) => database.Write(transaction =>
    {
        foreach (var (reason, count) in reasons)
        {
            transaction.Execute(
                "INSERT INTO dropped (reason, count) VALUES ($1, $2) ON CONFLICT (reason) DO UPDATE SET count = count + $2", reason, count);
        }
    });

    public IReadOnlyDictionary<string, long> Dropped() => database.Read(transaction =>
        transaction.Query("SELECT reason, count FROM dropped", row => (Reason: row.GetString(0), Count: row.GetInt64(1)))
            .ToDictionary(row => row.Reason, row => row.Count, StringComparer.Ordinal));

    private static bool Insert(GatewayTransaction transaction, StoredEvent item) => transaction.Execute(
        "INSERT OR IGNORE INTO event (node, boot, seq, up, kind, value, time, uncertain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        item.Node, (long)item.Boot, (long)item.Sequence, (long)item.UpMilliseconds, item.Kind, item.Value, item.Time.ToUnixTimeMilliseconds(),
        item.Uncertain ? 1 : 0) == 1;

    private static NodeProgress ReadProgress(SqliteDataReader row) => new(
        row.GetString(0), (uint)row.GetInt64(1), (uint)row.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetInt64(4),
        row.IsDBNull(8) ? null : new NodeCondition((uint)row.GetInt64(5), (uint)row.GetInt64(6), row.GetInt32(7), (NodeFaults)row.GetInt32(8)));

    private static StoredEvent Read(SqliteDataReader row) => new(
        row.GetString(0), (uint)row.GetInt64(1), (uint)row.GetInt64(2), (ulong)row.GetInt64(3), row.GetInt32(4), row.GetInt32(5),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)), row.GetInt64(7) != 0);
}
