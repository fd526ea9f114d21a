using System.Buffers;
using System.Text;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Gateway.Provisioning.Nodes;

/// <summary>How a node joins the house's Wi-Fi (IEEE 802.11; WPA2 personal, or none). Disposing erases the password.</summary>
public sealed class WifiCredentials : IDisposable
{
    private const int LongestName = 32;
    private const int ShortestPassphrase = 8;
    private const int LongestPassphrase = 63;
    private const int KeyDigits = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly Password _password;

    private WifiCredentials(string name, Password password) => (Name, _password) = (name, password);

    /// <summary>The SSID: 1 to 32 bytes of UTF-8.</summary>
    public string Name { get; }

    /// <summary>8 to 63 printable ASCII characters or 64 hexadecimal digits; empty for an open network.</summary>
    public ReadOnlySpan<char> Password => _password.Characters;

    /// <summary>Takes the password over; throws <see cref="ProvisioningException"/>, which never holds it.</summary>
    public static WifiCredentials Create(string name, Password password, string source)
    {
        var complaint = Encoding.UTF8.GetByteCount(name) is < 1 or > LongestName || name.Any(char.IsControl)
            ? "The network's name must have 1 to 32 bytes."
            : !IsPassword(password.Characters) ? "The Wi-Fi password must have 8 to 63 printable ASCII characters, or be empty for an open network." : null;
        if (complaint is null)
        {
            return new WifiCredentials(name, password);
        }

        password.Dispose();
        throw new ProvisioningException(complaint, source, "Look it up on the router, or leave the network out with --no-wifi.");
    }

    public void Dispose() => _password.Dispose();

    /// <summary>The name only.</summary>
    public override string ToString() => $"Wi-Fi {Name}";

    private static bool IsPassword(ReadOnlySpan<char> text) => text.Length switch
    {
        0 => true,
        KeyDigits => !text.ContainsAnyExcept(HexDigits),
        >= ShortestPassphrase and <= LongestPassphrase => !text.ContainsAnyExceptInRange(' ', '~'),
        _ => false,
    };
}
