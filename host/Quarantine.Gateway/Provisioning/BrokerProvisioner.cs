using System.Security.Cryptography;
using System.Text;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Provisioning.Broker;

namespace Quarantine.Gateway.Provisioning;

/// <summary>
/// Sets the house's broker up: authority, certificate, accounts, Mosquitto's files, and the gateway's own setting. The register comes last: a
/// run that was interrupted before is repeated from the start, and one that was interrupted after is completed by the next session.
/// </summary>
/// <param name="house">The house.</param>
/// <param name="configuration">The gateway's configuration file, whose <c>HouseBroker</c> is set.</param>
/// <param name="session">The work on the house's register.</param>
/// <param name="clock">Time.</param>
internal sealed class BrokerProvisioner(string house, string configuration, ProvisioningSession session, TimeProvider clock)
{
    /// <summary>In every certificate, for programs on the broker's own machine.</summary>
    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1"];

    public RegisteredBroker SetUp(BrokerRequest request)
    {
        if (session.Register.Broker is { } existing)
        {
            throw new ProvisioningException(
                "This house's broker is set up already.", existing.Directory, "For another certificate, name or port: quarantine-gateway broker renew");
        }

        RequirePlain(request.Directory);
        using var authority = HouseAuthority.Create(house, clock.GetUtcNow());
        session.Changes.Write(session.Files.AuthorityKey, Encoding.ASCII.GetBytes(authority.KeyPem));
        session.Changes.WriteShared(session.Files.Authority, Encoding.ASCII.GetBytes(authority.CertificatePem));
        session.Changes.CreateFolder(request.Directory);
        var accounts = new List<BrokerAccount> { CreateAccount(BrokerUser.OfGateway(house), session.Files.BrokerPassword) };
        return Issue(authority, request, accounts);
    }

    /// <summary>A fresh certificate of the same authority, which the nodes go on trusting.</summary>
    /// <param name="change">Makes of the broker as it is what is asked for.</param>
    public RegisteredBroker Renew(Func<BrokerRequest, BrokerRequest> change)
    {
        var broker = session.Register.Broker ?? throw new ProvisioningException(
            "This house's broker is not set up.", session.Files.Register, "Set it up: quarantine-gateway broker init --host NAME_OR_ADDRESS");
        var request = change(new BrokerRequest(broker.Hosts, broker.Port, broker.Listen, broker.Directory, HomeAssistant: false));
        using var authority = LoadAuthority();
        return Issue(authority, request, [.. broker.Accounts]);
    }

    private static void RequirePlain(string directory)
    {
        if (directory.Any(letter => char.IsControl(letter) || letter == '#'))
        {
            throw new ProvisioningException("Mosquitto's configuration cannot name this folder.", directory, "Choose one without control characters and '#'.");
        }
    }

    private RegisteredBroker Issue(HouseAuthority authority, BrokerRequest request, List<BrokerAccount> accounts)
    {
        if (request.HomeAssistant && accounts.TrueForAll(account => account.User != BrokerUser.HomeAssistant))
        {
            accounts.Add(CreateAccount(BrokerUser.HomeAssistant, session.Files.HomeAssistantPassword));
        }

        string[] names = [.. request.Hosts.Concat(request.Listen is null ? OwnMachine : [.. OwnMachine, request.Listen]).Distinct(StringComparer.OrdinalIgnoreCase)];
        var certificate = authority.Issue(names, clock.GetUtcNow());
        new BrokerFolder(request.Directory).Write(certificate, session.Changes);
        var broker = new RegisteredBroker
        {
            Directory = request.Directory,
            Hosts = request.Hosts,
            Port = request.Port,
            Listen = request.Listen,
            CertificateExpires = certificate.Expires,
            Accounts = accounts,
        };
        SetGateway(broker);
        session.SetBroker(broker);
        return broker;
    }

    private BrokerAccount CreateAccount(string user, string passwordFile)
    {
        var password = BrokerPassword.Generate();
        session.Changes.WriteShared(passwordFile, Encoding.ASCII.GetBytes($"{password}\n"));
        return new BrokerAccount(user, MosquittoPasswordHash.Of(password));
    }

    private void SetGateway(RegisteredBroker broker) => session.Changes.Replace(configuration, ConfigurationEdit.SetHouseBroker(File.ReadAllBytes(configuration), new BrokerOptions
    {
        Host = broker.LocalHost,
        Port = broker.Port,
        CaFile = session.Files.Authority,
        UserName = BrokerUser.OfGateway(house),
        PasswordFile = session.Files.BrokerPassword,
    }));

    private HouseAuthority LoadAuthority()
    {
        try
        {
            return HouseAuthority.Load(File.ReadAllText(session.Files.Authority), File.ReadAllText(session.Files.AuthorityKey));
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or FileNotFoundException)
        {
            throw new ProvisioningException(
                "The house's authority is missing or damaged, so that no certificate can be signed.",
                session.Files.AuthorityKey,
                "Restore it from a backup. Without one: delete the register, set the broker up again, and provision every node again.",
                exception);
        }
    }
}
