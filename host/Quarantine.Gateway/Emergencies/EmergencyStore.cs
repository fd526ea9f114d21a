using Microsoft.Data.Sqlite;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Store;

namespace Quarantine.Gateway.Emergencies;

/// <summary>The household's calls for help, in the store. Every change is durable when a method returns.</summary>
public sealed class EmergencyStore(GatewayDatabase database)
{
    private const string Columns = "hash, ciphertext, created, status, source, sent, attempts, published";

    /// <summary>Keeps a request that did not come from a node's event.</summary>
    public void Request(HelpRequest request) => database.Write(transaction => HelpRequest.Insert(transaction, request));

    /// <summary>Requests that are not sealed yet.</summary>
    public IReadOnlyList<HelpRequest> Requests() => database.Read(transaction => transaction.Query(
        "SELECT time, node, symptoms FROM help ORDER BY time",
        row => new HelpRequest(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetString(1), row.GetString(2))));

    /// <summary>Puts a sealed emergency in its request's place.</summary>
    public void Add(EmergencyEntry entry, HelpRequest request) => database.Write(transaction =>
    {
        transaction.Execute(
            "INSERT OR IGNORE INTO emergency (hash, ciphertext, created, status, source) VALUES ($1, $2, $3, $4, $5)",
            entry.Hash.ToString(), entry.Ciphertext.ToArray(), entry.Created.ToUnixTimeMilliseconds(), (int)entry.Status, entry.Source);
        transaction.Execute("DELETE FROM help WHERE time = $1 AND node = $2", request.Time.ToUnixTimeMilliseconds(), request.Node);
    });

    public void Update(EmergencyEntry entry) => database.Write(transaction => transaction.Execute(
        "UPDATE emergency SET status=$2, sent=$3, attempts=$4, published=$5 WHERE hash=$1",
        entry.Hash.ToString(), (int)entry.Status, entry.Sent?.ToUnixTimeMilliseconds(), entry.Attempts, entry.Published ? 1 : 0));

    public IReadOnlyList<EmergencyEntry> All() => database.Read(transaction =>
        transaction.Query($"SELECT {Columns} FROM emergency ORDER BY created", Read));

    /// <summary>A node's newest call; null where it has none, or one that is not sealed yet.</summary>
    public EmergencyEntry? Newest(string source) => database.Read(transaction => transaction.Query(
        $"SELECT {Columns} FROM emergency WHERE source = $1 AND NOT EXISTS (SELECT 1 FROM help WHERE node = $1) ORDER BY created DESC LIMIT 1", Read, source)) is [var newest] ? newest : null;

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
