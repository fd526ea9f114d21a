using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Store;

namespace Quarantine.Gateway.Ingest;

/// <summary>Spans of failed sensing in the store. Durable when a method returns.</summary>
public sealed class FaultStore(GatewayDatabase database)
{
    public void Begin(string source, UnknownCause cause, DateTimeOffset began) => database.Write(transaction => transaction.Execute(
        "INSERT OR IGNORE INTO fault (source, cause, began) VALUES ($1, $2, $3)", source, (int)cause, began.ToUnixTimeMilliseconds()));

    public void End(string source, UnknownCause cause, DateTimeOffset ended) => database.Write(transaction => transaction.Execute(
        "UPDATE fault SET ended = max($3, began) WHERE source = $1 AND cause = $2 AND ended IS NULL", source, (int)cause, ended.ToUnixTimeMilliseconds()));

    /// <summary>Takes a fault back that was none: everything of that time arrived after all.</summary>
    public void Withdraw(string source, UnknownCause cause) => database.Write(transaction => transaction.Execute(
        "DELETE FROM fault WHERE source = $1 AND cause = $2 AND ended IS NULL", source, (int)cause));

    public IReadOnlyList<(string Source, UnknownSpan Span)> All() => database.Read(transaction => transaction.Query(
        "SELECT source, cause, began, ended FROM fault ORDER BY began",
        row => (row.GetString(0), new UnknownSpan(
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            (UnknownCause)row.GetInt32(1)))));
}
