using System.Text;

namespace Quarantine.Ethereum.Abi;

/// <summary>UTF-8 that throws for what is not text, instead of replacing it silently.</summary>
internal static class StrictUtf8
{
    internal static UTF8Encoding Encoding { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
