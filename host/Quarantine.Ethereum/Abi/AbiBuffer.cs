namespace Quarantine.Ethereum.Abi;

/// <summary>Bytes that grow at the end.</summary>
internal struct AbiBuffer(int capacity)
{
    private byte[] _bytes = capacity == 0 ? [] : new byte[capacity];

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The next <paramref name="size"/> bytes, zero.</summary>
    public Span<byte> Append(int size)
    {
        var start = Length;
        Length = checked(Length + size);
        if (Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Math.Max(Length, 2L * _bytes.Length), Array.MaxLength));
        }

        return _bytes.AsSpan(start, size);
    }
}
