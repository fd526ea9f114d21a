namespace Quarantine.Officer.Office;

/// <summary>How an <see cref="OfficerOffice"/> waits for the chain.</summary>
public sealed record OfficeOptions
{
    /// <summary>The clock by which receipts and blocks are waited for. Default: the system's, also where days are simulated.</summary>
    public TimeProvider ChainClock { get; init; } = TimeProvider.System;

    /// <summary>Waits until a block number is there. Null (default) asks the node once a second.</summary>
    public Func<ulong, CancellationToken, Task>? WaitForBlock { get; init; }
}
