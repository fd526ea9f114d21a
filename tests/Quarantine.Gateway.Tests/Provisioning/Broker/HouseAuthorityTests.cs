using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Quarantine.Gateway.Provisioning.Broker;

namespace Quarantine.Gateway.Tests.Provisioning.Broker;

public sealed class HouseAuthorityTests
{
    private static readonly DateTimeOffset Now = ProvisionedHouse.Now;

    [Fact]
    public void Issue_NamesAndAddresses_MatchesTheseAndNoOthers()
    {
        using var authority = HouseAuthority.Create("house-1", Now);

        using var certificate = X509Certificate2.CreateFromPem(authority.Issue(["gateway.lan", "192.168.1.10", "fd00::10"], Now).Pem);

        Assert.True(certificate.MatchesHostname("gateway.lan"));
        Assert.True(certificate.MatchesHostname("192.168.1.10"));
        Assert.True(certificate.MatchesHostname("fd00::10"));
        Assert.False(certificate.MatchesHostname("192.168.1.11"));
        Assert.False(certificate.MatchesHostname("other.lan"));
    }

    /// <summary>A node without a time source stands at 1970.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(56 * 365, true)]
    [InlineData((56 + 6) * 366, false)]
    public void Issue_ATimeOfANodesClock_IsValidFrom1970UntilFiveYearsFromNow(int days, bool valid)
    {
        using var authority = HouseAuthority.Create("house-1", Now);

        Assert.Equal(valid, Verifies(authority.Issue(["gateway.lan"], Now), authority.CertificatePem, DateTimeOffset.UnixEpoch.AddDays(days).AddSeconds(1)));
    }

    [Fact]
    public void Issue_AnotherAuthorityOfTheSameName_IsNotTrusted()
    {
        using var authority = HouseAuthority.Create("house-1", Now);
        using var impostor = HouseAuthority.Create("house-1", Now);

        Assert.False(Verifies(impostor.Issue(["gateway.lan"], Now), authority.CertificatePem, Now));
    }

    [Fact]
    public void Load_WhatWasExported_IssuesForTheSameNodes()
    {
        using var authority = HouseAuthority.Create("house-1", Now);
        using var loaded = HouseAuthority.Load(authority.CertificatePem, authority.KeyPem);

        Assert.True(Verifies(loaded.Issue(["gateway.lan"], Now), authority.CertificatePem, Now));
    }

    [Fact]
    public void Load_AKeyOfAnother_Throws()
    {
        using var authority = HouseAuthority.Create("house-1", Now);
        using var other = HouseAuthority.Create("house-1", Now);

        Assert.ThrowsAny<Exception>(() => HouseAuthority.Load(authority.CertificatePem, other.KeyPem));
    }

    [Fact]
    public void Issue_NearTheAuthoritysEnd_DoesNotOutliveIt()
    {
        using var authority = HouseAuthority.Create("house-1", Now);
        using var root = X509Certificate2.CreateFromPem(authority.CertificatePem);

        Assert.Equal(root.NotAfter.ToUniversalTime(), authority.Issue(["gateway.lan"], Now.AddYears(18)).Expires.UtcDateTime);
    }

    [Fact]
    public void Issue_ACertificate_MayNotSignOthers()
    {
        using var authority = HouseAuthority.Create("house-1", Now);
        using var certificate = X509Certificate2.CreateFromPem(authority.Issue(["gateway.lan"], Now).Pem);

        Assert.False(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        using var key = certificate.GetECDsaPublicKey()!;
        Assert.Equal(ECCurve.NamedCurves.nistP256.Oid.Value, key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value);
    }

    private static bool Verifies(ServerCertificate issued, string authorityPem, DateTimeOffset time)
    {
        using var certificate = X509Certificate2.CreateFromPem(issued.Pem);
        using var root = X509Certificate2.CreateFromPem(authorityPem);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = time.UtcDateTime;
        return chain.Build(certificate);
    }
}
