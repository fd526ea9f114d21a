using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Store;

namespace Quarantine.Gateway.Tests.Ingest;

public sealed class NodeWatchTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2021, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-watch-").FullName;
    private readonly GatewayDatabase _database;
    private readonly HousePresence _presence = new(new PresenceOptions());
    private readonly NodeWatch _watch;

    public NodeWatchTests()
    {
        _database = GatewayDatabase.Open(Path.Combine(_folder, "gateway.db"));
        _watch = new NodeWatch("hall", TimeSpan.FromMinutes(1), new FaultStore(_database), _presence);
        _watch.Hear(1, Start, Start);
    }

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Check_ThreeHealthsMissedAndTenMinutes_FaultSinceTheLastProofOfLife()
    {
        _watch.Check(Start.AddMinutes(9));
        Assert.Empty(Unknown(9));

        _watch.Check(Start.AddMinutes(10));
        Assert.Equal(Start, Assert.Single(Unknown(10)).From);
    }

    [Fact]
    public void Hear_SameBootAfterSilence_TheFaultIsWithdrawn()
    {
        _watch.Lose(Start.AddMinutes(5));
        Assert.Single(Unknown(6));

        _watch.Hear(1, Start, Start.AddMinutes(30));
        Assert.Empty(Unknown(30));
    }

    [Fact]
    public void Hear_AnotherBootAfterALoss_UnknownUntilThatBoot()
    {
        _watch.Lose(Start.AddMinutes(5));
        _watch.Hear(2, Start.AddMinutes(245), Start.AddMinutes(246));

        var span = Assert.Single(Unknown(300));
        Assert.Equal((Start.AddMinutes(5), Start.AddMinutes(245)), (span.From, span.To!.Value));
    }

    [Fact]
    public void Hear_MessageOfAnEarlierBoot_ProvesNothing()
    {
        _watch.Hear(2, Start.AddMinutes(1), Start.AddMinutes(1));
        _watch.Lose(Start.AddMinutes(5));
        _watch.Hear(1, Start, Start.AddMinutes(30));

        Assert.Null(Assert.Single(Unknown(40)).To);
    }

    private IReadOnlyList<UnknownSpan> Unknown(double minute) => _presence.HistoryAt(Start.AddMinutes(minute)).Unknown;
}
