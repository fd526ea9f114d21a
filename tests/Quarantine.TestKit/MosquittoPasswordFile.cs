using System.Security.Cryptography;
using System.Text;

namespace Quarantine.TestKit;

/// <summary>Mosquitto's password file: <c>name:$7$iterations$salt$hash</c>, PBKDF2 with HMAC-SHA512 and 64 bytes (mosquitto_passwd 2.0).</summary>
public static class MosquittoPasswordFile
{
    private const int Iterations = 101;

    public static string Line(string user, string password)
    {
        var salt = RandomNumberGenerator.GetBytes(12);
        var hash = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Iterations, HashAlgorithmName.SHA512, 64);
        return $"{user}:$7${Iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }
}
