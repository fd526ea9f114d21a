using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Quarantine.Terminal.Passwords;

/// <summary>A password in memory that the garbage collector does not copy; disposing erases it. It has no text form.</summary>
public sealed class Password : IDisposable
{
    /// <summary>Longest password in characters.</summary>
    public const int MaximumLength = 1024;

    private readonly char[] _characters;

    /// <summary>Copies the characters; the caller erases its own.</summary>
    public Password(ReadOnlySpan<char> characters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(characters.Length, MaximumLength, nameof(characters));
        _characters = GC.AllocateArray<char>(characters.Length, pinned: true);
        characters.CopyTo(_characters);
    }

    public ReadOnlySpan<char> Characters => _characters;

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_characters.AsSpan()));

    public override string ToString() => "password";
}
