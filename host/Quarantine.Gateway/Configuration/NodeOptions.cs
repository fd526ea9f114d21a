namespace Quarantine.Gateway.Configuration;

/// <summary>A sensor node of the house.</summary>
public sealed record NodeOptions
{
    /// <summary>Id in MQTT topics: 1 to 32 of a-z, 0-9 and '-'. Required.</summary>
    public string Id { get; set; } = "";

    /// <summary>File with the node's key: 64 hexadecimal digits. Required.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>How often the node tells of its health. 10 s to 1 d, default 1 min; a battery node 1 h. Three missed ones are a fault.</summary>
    public TimeSpan HealthInterval { get; set; } = TimeSpan.FromMinutes(1);

    internal void Validate()
    {
        Check.Id(Id, "Nodes:Id");
        Check.That(KeyFile.Length > 0, $"Nodes:KeyFile of {Id}", "must name a file");
        Check.Span(HealthInterval, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1), $"Nodes:HealthInterval of {Id}");
    }
}
