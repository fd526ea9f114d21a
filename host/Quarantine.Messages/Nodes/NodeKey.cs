using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.Nodes;

/// <summary>The 32-byte key that one node shares with its gateway. Disposing erases it.</summary>
public sealed class NodeKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    /// <summary>Length in bytes of an authentication code: the first half of an HMAC-SHA256.</summary>
    public const int MacLength = 16;

    private readonly byte[] _key;
    private bool _disposed;

    /// <summary>Copies 32 bytes; the caller erases its own copy.</summary>
    public NodeKey(ReadOnlySpan<byte> key)
    {
        if (key.Length != Length)
        {
            throw new ArgumentException($"A node key has {Length} bytes, not {key.Length}.", nameof(key));
        }

        _key = key.ToArray();
    }

    public static NodeKey Generate()
    {
        Span<byte> key = stackalloc byte[Length];
        RandomNumberGenerator.Fill(key);
        var made = new NodeKey(key);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }

    /// <summary>Reads 64 hexadecimal digits.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out NodeKey? key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        key = Hex.TryDecode(text?.Trim(), bytes) ? new NodeKey(bytes) : null;
        CryptographicOperations.ZeroMemory(bytes);
        return key is not null;
    }

    /// <summary>The key as hexadecimal text, for the node's provisioning record and the gateway's key file alone.</summary>
    public string Export()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Convert.ToHexStringLower(_key);
    }

    /// <summary>
    /// Base64 of the authentication code of a text. After disposal it throws: a code under the erased key could be made by anybody.
    /// </summary>
    public string Authenticate(string text)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToBase64String(hash[..MacLength]);
    }

    /// <summary>Whether <paramref name="mac"/> is the code of the text; takes the same time wherever they differ.</summary>
    public bool IsAuthentic(string text, string mac) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Authenticate(text)), Encoding.ASCII.GetBytes(mac));

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
    }

    /// <summary>Nothing of the key.</summary>
    public override string ToString() => "node key";
}
