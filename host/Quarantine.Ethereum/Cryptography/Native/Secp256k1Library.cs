namespace Quarantine.Ethereum.Cryptography.Native;

/// <summary>The names under which libsecp256k1 is installed.</summary>
internal static class Secp256k1Library
{
    internal const string Name = "secp256k1";

    internal const string Missing = "libsecp256k1 is not installed. On Debian or Raspberry Pi OS: apt-get install libsecp256k1-1 (Debian 13: libsecp256k1-2).";

    internal static ReadOnlySpan<string> Candidates => new[] { "libsecp256k1.so.1", "libsecp256k1.so.2", "libsecp256k1.so.0", "libsecp256k1.so", "secp256k1" };
}
