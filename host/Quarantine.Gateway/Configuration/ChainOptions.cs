namespace Quarantine.Gateway.Configuration;

/// <summary>The chain node.</summary>
public sealed record ChainOptions
{
    /// <summary>JSON-RPC endpoint, http or https. Default <c>http://127.0.0.1:8545</c>.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8545";

    /// <summary>How often the chain is looked at. 1 s to 1 h, default 15 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Blocks on top of an event until it counts as confirmed. 0 to 64, default 2.</summary>
    public int Confirmations { get; set; } = 2;

    internal void Validate()
    {
        Check.That(
            Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", "Chain:Url", "must be an http or https address");
        Check.Span(PollInterval, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), "Chain:PollInterval");
        Check.That(Confirmations is >= 0 and <= 64, "Chain:Confirmations", $"must lie in 0..64, not {Confirmations}");
    }
}
