using Microsoft.Data.Sqlite;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Store;
using Quarantine.Messages.Reports;

namespace Quarantine.Gateway.Outbox;

/// <summary>The outbox in the store: one entry a slot and kind. Every change is durable when a method returns.</summary>
public sealed class OutboxStore(GatewayDatabase database)
{
    private const string Columns = "slot, kind, status, due, state, tag, relay, attempts, reason, block";

    /// <summary>Adds an entry; false where the slot has one of that kind already.</summary>
    public bool Add(ulong slot, ReportKind kind, DateTimeOffset due) => database.Write(transaction => transaction.Execute(
        "INSERT OR IGNORE INTO outbox (slot, kind, status, due) VALUES ($1, $2, $3, $4)",
        (long)slot, (int)kind, (int)OutboxStatus.Pending, due.ToUnixTimeMilliseconds()) == 1);

    /// <summary>Replaces everything of an entry but its slot and kind.</summary>
    public void Update(OutboxEntry entry) => database.Write(transaction => transaction.Execute(
        "UPDATE outbox SET status=$3, due=$4, state=$5, tag=$6, relay=$7, attempts=$8, reason=$9, block=$10 WHERE slot=$1 AND kind=$2",
        (long)entry.Slot, (int)entry.Kind, (int)entry.Status, entry.Due.ToUnixTimeMilliseconds(), entry.State?.ToString(),
        entry.Tag?.ToString(), entry.Relay?.ToString(), entry.Attempts, entry.Reason, (long?)entry.Block));

    public IReadOnlyList<OutboxEntry> All() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM outbox ORDER BY slot, kind", Read));

    /// <summary>Entries that are neither confirmed nor failed.</summary>
    public IReadOnlyList<OutboxEntry> Open() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM outbox WHERE status IN (0, 1) ORDER BY due", Read));

    private static OutboxEntry Read(SqliteDataReader row) => new(
        (ulong)row.GetInt64(0), (ReportKind)row.GetInt32(1), (OutboxStatus)row.GetInt32(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))
    {
        State = row.IsDBNull(4) ? null : Bytes32.Parse(row.GetString(4)),
        Tag = row.IsDBNull(5) ? null : Bytes32.Parse(row.GetString(5)),
        Relay = row.IsDBNull(6) ? null : Address.Parse(row.GetString(6)),
        Attempts = row.GetInt32(7),
        Reason = row.IsDBNull(8) ? null : row.GetString(8),
        Block = row.IsDBNull(9) ? null : (ulong)row.GetInt64(9),
    };
}
