using Quarantine.Messages.Mqtt;

namespace Quarantine.Gateway.Configuration;

/// <summary>An MQTT broker and how to sign in there.</summary>
public sealed record BrokerOptions
{
    /// <summary>Name or address. Default <c>127.0.0.1</c>.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>1 to 65,535. Default 1883; 8883 is usual with TLS.</summary>
    public int Port { get; set; } = 1883;

    /// <summary>PEM file of the authority of the broker's certificate. Set: TLS. Default: plain TCP, for loopback only.</summary>
    public string? CaFile { get; set; }

    /// <summary>PEM file of this client's certificate, with <see cref="KeyFile"/>.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file of this client's key.</summary>
    public string? KeyFile { get; set; }

    public string? UserName { get; set; }

    /// <summary>File with the password, one line.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The link's options for a client id of this broker.</summary>
    public MqttLinkOptions ToLinkOptions(string clientId) => new()
    {
        Host = Host,
        Port = Port,
        ClientId = clientId,
        CaFile = CaFile,
        CertificateFile = CertificateFile,
        KeyFile = KeyFile,
        UserName = UserName,
        Password = PasswordFile is null ? null : File.ReadAllText(PasswordFile).TrimEnd('\r', '\n'),
    };

    internal void Validate(string section)
    {
        Check.That(Host.Length > 0, $"{section}:Host", "must name the broker");
        Check.That(Port is >= 1 and <= 65_535, $"{section}:Port", $"must lie in 1..65535, not {Port}");
        var loopback = Host is "localhost" || (System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address));
        Check.That(CaFile is not null || loopback, $"{section}:CaFile", "must be set where the broker is another machine");
        Check.That(CertificateFile is null == KeyFile is null, $"{section}:KeyFile", "and CertificateFile must be set together");
    }

    internal BrokerOptions Under(Func<string, string> resolve) => this with
    {
        CaFile = CaFile is null ? null : resolve(CaFile),
        CertificateFile = CertificateFile is null ? null : resolve(CertificateFile),
        KeyFile = KeyFile is null ? null : resolve(KeyFile),
        PasswordFile = PasswordFile is null ? null : resolve(PasswordFile),
    };
}
