using Quarantine.Gateway.Store;

namespace Quarantine.Gateway.Emergencies;

/// <summary>Help was asked for, and is not sealed yet.</summary>
/// <param name="Time">When.</param>
/// <param name="Node">The node whose button was pressed; empty for the form.</param>
/// <param name="Symptoms">In the household's words.</param>
public sealed record HelpRequest(DateTimeOffset Time, string Node, string Symptoms)
{
    /// <summary>Keeps a request as part of a transaction: with the event that asked, so that no kill comes between.</summary>
    internal static void Insert(GatewayTransaction transaction, HelpRequest request) => transaction.Execute(
        "INSERT OR IGNORE INTO help (time, node, symptoms) VALUES ($1, $2, $3)",
        request.Time.ToUnixTimeMilliseconds(), request.Node, request.Symptoms);
}
