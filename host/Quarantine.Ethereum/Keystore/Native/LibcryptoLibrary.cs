namespace Quarantine.Ethereum.Keystore.Native;

/// <summary>The names under which OpenSSL's libcrypto is installed.</summary>
internal static class LibcryptoLibrary
{
    internal const string Name = "crypto";

    internal const string Missing = "OpenSSL's libcrypto is not installed. On Debian or Raspberry Pi OS: apt-get install libssl3.";

    internal static ReadOnlySpan<string> Candidates => new[] { "libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so" };
}
