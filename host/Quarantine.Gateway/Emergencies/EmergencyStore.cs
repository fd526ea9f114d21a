using Microsoft.Data.Sqlite;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Store;

namespace Quarantine.Gateway.Emergencies;

/// <summary>The household's calls for help, in the store. Every change is durable when a method returns.</summary>
public sealed class EmergencyStore(GatewayDatabase database)
{
    private const string Columns = "hash, ciphertext, created, status, source, sent, attempts, published";

    public void Add(EmergencyEntry entry) => database.Write(transaction => transaction.Execute(
        "INSERT OR IGNORE INTO emergency (hash, ciphertext, created, status, source) VALUES ($1, $2, $3, $4, $5)",
        entry.Hash.ToString(), entry.Ciphertext.ToArray(), entry.Created.ToUnixTimeMilliseconds(), (int)entry.Status, entry.Source));

    public void Update(EmergencyEntry entry) => database.Write(transaction => transaction.Execute(
        "UPDATE emergency SET status=$2, sent=$3, attempts=$4, published=$5 WHERE hash=$1",
        entry.Hash.ToString(), (int)entry.Status, entry.Sent?.ToUnixTimeMilliseconds(), entry.Attempts, entry.Published ? 1 : 0));

    public IReadOnlyList<EmergencyEntry> All() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM emergency ORDER BY created", Read));

    /// <summary>Calls that are not resolved.</summary>
    public IReadOnlyList<EmergencyEntry> Open() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM emergency WHERE status < 3 ORDER BY created", Read));

    private static EmergencyEntry Read(SqliteDataReader row) => new(
        Bytes32.Parse(row.GetString(0)),
        row.GetFieldValue<byte[]>(1),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        (EmergencyStatus)row.GetInt32(3),
        row.GetString(4))
    {
        Sent = row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        Attempts = row.GetInt32(6),
        Published = row.GetInt32(7) != 0,
    };
}
