using Microsoft.Data.Sqlite;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Store;

namespace Quarantine.Gateway.Relay;

/// <summary>What is submitted for others, in the store. Every change is durable when a method returns.</summary>
public sealed class RelayedStore(GatewayDatabase database)
{
    private const string Columns = "key, status, due, target, data, accountNonce, rawTransaction, hash, reason, gasUsed";

    /// <summary>Adds an entry; false where there is one with that key.</summary>
    public bool Add(RelayedEntry entry) => database.Write(transaction => transaction.Execute(
        "INSERT OR IGNORE INTO relayed (key, status, due, target, data) VALUES ($1, $2, $3, $4, $5)",
        entry.Key, (int)entry.Status, entry.Due.ToUnixTimeMilliseconds(), entry.Target.ToString(), entry.Data.ToArray()) == 1);

    public void Update(RelayedEntry entry) => database.Write(transaction => transaction.Execute(
        "UPDATE relayed SET status=$2, due=$3, accountNonce=$4, rawTransaction=$5, hash=$6, reason=$7, gasUsed=$8 WHERE key=$1",
        entry.Key, (int)entry.Status, entry.Due.ToUnixTimeMilliseconds(), (long?)entry.AccountNonce, entry.RawTransaction?.ToArray(),
        entry.Hash?.ToString(), entry.Reason, (long?)entry.GasUsed));

    /// <summary>Entries that are neither confirmed nor failed, the ones in flight first and in the order of their account nonces.</summary>
    public IReadOnlyList<RelayedEntry> Open() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM relayed WHERE status IN (0, 1) ORDER BY status DESC, accountNonce, due", Read));

    public IReadOnlyList<RelayedEntry> All() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM relayed ORDER BY due, key", Read));

    private static RelayedEntry Read(SqliteDataReader row) => new(
        row.GetString(0), (RelayedStatus)row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        Address.Parse(row.GetString(3)), row.GetFieldValue<byte[]>(4))
    {
        AccountNonce = row.IsDBNull(5) ? null : (ulong)row.GetInt64(5),
        RawTransaction = row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6),
        Hash = row.IsDBNull(7) ? null : Bytes32.Parse(row.GetString(7)),
        Reason = row.IsDBNull(8) ? null : row.GetString(8),
        GasUsed = row.IsDBNull(9) ? null : (ulong)row.GetInt64(9),
    };
}
