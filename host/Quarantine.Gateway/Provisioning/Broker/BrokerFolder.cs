using System.Text;
using Quarantine.Gateway.Provisioning.Files;

namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>What lies in the broker's folder.</summary>
internal sealed class BrokerFolder(string directory)
{
    public string Configuration => Path.Combine(directory, "mosquitto.conf");

    public string Passwords => Path.Combine(directory, "passwords");

    public string AccessList => Path.Combine(directory, "acl");

    /// <summary>The broker's certificate and key, in one file, so that no power cut leaves a pair that does not fit.</summary>
    public string Certificate => Path.Combine(directory, "server.pem");

    /// <summary>Folder for what the broker keeps over a restart.</summary>
    public string Store => Path.Combine(directory, "store");

    /// <summary>Writes what follows from the register; whether anything changed, and so the broker must read it again.</summary>
    public bool Update(string house, HouseRegister register, FileChanges changes)
    {
        changes.CreateFolder(Store);
        var changed = Update(changes, Configuration, MosquittoConfiguration.Of(register.Broker!, this));
        changed |= Update(changes, Passwords, PasswordFile.Of(house, register));
        changed |= Update(changes, AccessList, Broker.AccessList.Of(house, register));
        return changed;
    }

    public void Write(ServerCertificate certificate, FileChanges changes) =>
        changes.Write(Certificate, Encoding.ASCII.GetBytes(certificate.Pem + certificate.KeyPem));

    private static bool Update(FileChanges changes, string path, string text) => changes.Update(path, Encoding.UTF8.GetBytes(text));
}
