using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;

namespace Quarantine.RingSignatures.Keys;

/// <summary>Thirty-two secret bytes at one place in memory, overwritten when they are disposed of.</summary>
/// <remarks>Without a finalizer: it could overwrite the bytes while a span of them is still in use.</remarks>
internal sealed class SecretScalar : IDisposable
{
    private readonly byte[] _bytes = GC.AllocateArray<byte>(Secp256k1.ScalarLength, pinned: true);
    private bool _disposed;

    internal SecretScalar(ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes);

    internal Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
