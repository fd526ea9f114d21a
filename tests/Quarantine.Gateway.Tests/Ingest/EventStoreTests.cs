using Quarantine.Gateway.Emergencies;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Store;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Tests.Ingest;

public sealed class EventStoreTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2021, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-events-").FullName;
    private GatewayDatabase _database;

    public EventStoreTests() => _database = Open();

    public void Dispose()
    {
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Append_TheSameEventTwice_StoredOnce()
    {
        var store = new EventStore(_database);

        Assert.Single(store.Append([Event(1)]));
        Assert.Empty(store.Append([Event(1)]));
        Assert.Equal(1, store.Count());
    }

    [Fact]
    public void CompleteUpTo_AGap_StopsBeforeIt()
    {
        var store = new EventStore(_database);
        store.Append([Event(1), Event(2), Event(4), Event(5)]);

        Assert.Equal(2u, store.CompleteUpTo("hall", 1, 0));
        Assert.Equal(4u, store.NextStored("hall", 1, 2));
        store.Append([Event(3)]);
        Assert.Equal(5u, store.CompleteUpTo("hall", 1, 2));
    }

    [Fact]
    public void Append_ACallForHelp_TheRequestIsThereAfterAReopening()
    {
        new EventStore(_database).Append([Event(1) with { Kind = (int)SensorKind.Help, Value = 1 }]);
        _database.Dispose();
        _database = Open();

        Assert.Equal("hall", Assert.Single(new EmergencyStore(_database).Requests()).Node);
    }

    [Fact]
    public void Save_WhatANodeToldOfItself_IsThereAfterAReopening()
    {
        var first = new NodeProgress("hall", 1, 2, Start, 0);
        var second = new NodeProgress("stairs", 1, 2, Start, 3, new NodeCondition(4, 5, 2_950, NodeFaults.Storage | NodeFaults.NoTime));
        new EventStore(_database).Save(first with { Boot = 0 });
        new EventStore(_database).Save(first);
        new EventStore(_database).Save(second);
        _database.Dispose();
        _database = Open();

        Assert.Equal([first, second], new EventStore(_database).Progress());
    }

    [Fact]
    public void CountDropped_Reasons_AddedUpOverReopenings()
    {
        new EventStore(_database).CountDropped(new Dictionary<string, long> { ["mac"] = 2 });
        _database.Dispose();
        _database = Open();
        new EventStore(_database).CountDropped(new Dictionary<string, long> { ["mac"] = 3, ["malformed"] = 1 });

        Assert.Equal(5, new EventStore(_database).Dropped()["mac"]);
    }

    private static StoredEvent Event(uint sequence) =>
        new("hall", 1, sequence, sequence * 1000, (int)SensorKind.Door, 1, Start.AddSeconds(sequence), Uncertain: false);

    private GatewayDatabase Open() => GatewayDatabase.Open(Path.Combine(_folder, "gateway.db"));
}
