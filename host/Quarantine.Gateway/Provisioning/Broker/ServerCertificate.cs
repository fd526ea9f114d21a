namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>A broker's certificate and its key, as PEM. The key is a secret.</summary>
internal sealed record ServerCertificate(string Pem, string KeyPem, DateTimeOffset Expires)
{
    public override string ToString() => $"certificate until {Expires:u}";
}
