using System.Buffers;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>An answer's body in a rented buffer.</summary>
internal sealed class JsonRpcResponse : IDisposable
{
    private const int SmallestBuffer = 16 << 10;

    private byte[] _buffer;
    private int _length;

    /// <param name="httpStatus">Null for 200.</param>
    /// <param name="expectedLength">0 where it is not known.</param>
    internal JsonRpcResponse(int? httpStatus, int expectedLength)
    {
        HttpStatus = httpStatus;

        // One byte more than expected, so that the end shows without another buffer.
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(expectedLength + 1, SmallestBuffer));
    }

    internal int? HttpStatus { get; }

    internal ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    /// <summary>Returns the buffer.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    /// <summary>Reads to the end; false where there is more than <paramref name="maximum"/>.</summary>
    internal async Task<bool> TryReceiveAsync(Stream stream, int maximum, CancellationToken cancellationToken)
    {
        while (_length <= maximum)
        {
            if (_length == _buffer.Length)
            {
                Grow();
            }

            var count = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
            {
                return true;
            }

            _length += count;
        }

        return false;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
        Body.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
