using System.Security.Cryptography;
using System.Text;

namespace Quarantine.Gateway.Provisioning.Broker;

/// <summary>
/// A password in the form of Mosquitto's password file: <c>$7$iterations$salt$hash</c>, PBKDF2 with HMAC-SHA512, 64 bytes (mosquitto_passwd of
/// every 2.x).
/// </summary>
public static class MosquittoPasswordHash
{
    /// <summary>Mosquitto's own number. The passwords are random and cannot be guessed whatever it is, and the broker pays it at each connection.</summary>
    private const int Iterations = 101;
    private const int SaltLength = 12;
    private const int HashLength = 64;

    /// <summary>With a fresh salt.</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA512, HashLength);
        return $"$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }
}
