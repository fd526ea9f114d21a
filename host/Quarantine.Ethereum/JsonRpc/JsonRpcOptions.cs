namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Limits of a <see cref="JsonRpcClient"/>. A value out of range throws <see cref="ArgumentOutOfRangeException"/>.</summary>
public sealed record JsonRpcOptions
{
    private const int SmallestResponse = 1024;
    private const int LargestResponse = 1 << 30;
    private const int LargestBatch = 1000;

    /// <summary>From the request to the last byte of the answer; default 30 s, range 1 ms to 1 h.</summary>
    public TimeSpan Timeout
    {
        get;
        init => field = InRange(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1), nameof(Timeout));
    } = TimeSpan.FromSeconds(30);

    /// <summary>To establish a connection; default 10 s, range 1 ms to 1 h.</summary>
    public TimeSpan ConnectTimeout
    {
        get;
        init => field = InRange(value, TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(1), nameof(ConnectTimeout));
    } = TimeSpan.FromSeconds(10);

    /// <summary>The longest answer, after decompression; default 64 MiB, range 1 KiB to 1 GiB.</summary>
    public int MaxResponseBytes
    {
        get;
        init => field = InRange(value, SmallestResponse, LargestResponse, nameof(MaxResponseBytes));
    } = 64 << 20;

    /// <summary>The most calls that are sent in one request; a longer batch is sent in several. Default 100, range 1 to 1000.</summary>
    public int MaxBatchSize
    {
        get;
        init => field = InRange(value, 1, LargestBatch, nameof(MaxBatchSize));
    } = 100;

    private static T InRange<T>(T value, T least, T most, string name)
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is from {least} to {most}.");
}
