using System.Text;
using System.Text.Json;
using Quarantine.Ethereum.JsonRpc.Json;

namespace Quarantine.Ethereum.Tests.JsonRpc;

public sealed class LogJsonAllocationTests
{
    /// <summary>A gateway reads the whole community's logs on a small computer: a log makes its own object and its data, and no garbage.</summary>
    [Fact]
    public void TryReadAll_TenThousandLogs_AllocatesTheLogsOnly()
    {
        const int Count = 10_000;
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat(Answers.Log, Count))}]");
        Read(json);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(Count, Read(json));
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 1, 450);
    }

    private static int Read(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Assert.True(LogJson.TryReadAll(ref reader, out var logs));
        return logs.Count;
    }
}
