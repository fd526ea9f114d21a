using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>
/// The certificate authority of one house: what its nodes trust, and nothing else. ECDSA on P-256: short certificates, for a node with little
/// memory. Disposing releases the key.
/// </summary>
internal sealed class HouseAuthority : IDisposable
{
    private const int AuthorityYears = 20;
    private const int ServerYears = 5;
    private const int SerialLength = 16;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>A node without a time source stands at 1970, and refuses what is not valid yet.</summary>
    private static readonly DateTimeOffset From = DateTimeOffset.UnixEpoch;

    private readonly X509Certificate2 _certificate;

    private HouseAuthority(X509Certificate2 certificate) => _certificate = certificate;

    /// <summary>What the nodes are given.</summary>
    public string CertificatePem => $"{_certificate.ExportCertificatePem()}\n";

    /// <summary>A secret: whoever has it can be this house's broker.</summary>
    public string KeyPem
    {
        get
        {
            using var key = _certificate.GetECDsaPrivateKey()!;
            return $"{key.ExportPkcs8PrivateKeyPem()}\n";
        }
    }

    public static HouseAuthority Create(string house, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Quarantine {house} authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new HouseAuthority(request.CreateSelfSigned(From, now.AddYears(AuthorityYears)));
    }

    /// <summary>Throws <see cref="CryptographicException"/> or <see cref="ArgumentException"/> where the texts are not a pair.</summary>
    public static HouseAuthority Load(string certificatePem, string keyPem) => new(X509Certificate2.CreateFromPem(certificatePem, keyPem));

    /// <summary>A certificate for a broker of these names and addresses.</summary>
    public ServerCertificate Issue(IReadOnlyList<string> hosts, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(Names(hosts));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var until = Earlier(now.AddYears(ServerYears), Until(_certificate));
        using var certificate = request.Create(_certificate, From, until, Serial());
        return new ServerCertificate($"{certificate.ExportCertificatePem()}\n", $"{key.ExportPkcs8PrivateKeyPem()}\n", Until(certificate));
    }

    public void Dispose() => _certificate.Dispose();

    private static X509Extension Names(IReadOnlyList<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static DateTimeOffset Until(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());

    /// <summary>Positive, as RFC 5280 wants it.</summary>
    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        serial[0] &= 0x7F;
        serial[0] |= 0x40;
        return serial;
    }
}
