namespace Quarantine.TestKit;

/// <summary>What a <see cref="MosquittoServer"/> is to offer. Default: plain TCP, everybody may connect, persistence on.</summary>
public sealed class MosquittoServerOptions
{
    /// <summary>TLS with a fresh certificate authority; the server's certificate names 127.0.0.1 and localhost.</summary>
    public bool Tls { get; init; }

    /// <summary>With <see cref="Tls"/>: clients must show a certificate of the same authority, whose name becomes their user name.</summary>
    public bool RequireClientCertificate { get; init; }

    /// <summary>User names and passwords; where any is given, nobody connects without.</summary>
    public IReadOnlyDictionary<string, string> Users { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Lines of an ACL file, or null for none.</summary>
    public string? Acl { get; init; }

    /// <summary>Further lines of mosquitto.conf.</summary>
    public string Extra { get; init; } = "";
}
