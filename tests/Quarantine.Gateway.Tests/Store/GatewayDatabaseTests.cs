using Microsoft.Data.Sqlite;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Store;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Store;

public sealed class GatewayDatabaseTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void Open_AStoreOfTheFirstVersion_KeepsWhatIsInIt()
    {
        var path = _terminal.PathOf("gateway.db");
        Run(path, Schema.Steps[0] + "PRAGMA user_version=1; INSERT INTO node VALUES ('hall', 3, 17, 1782907200000, 2);");

        using var database = GatewayDatabase.Open(path);

        var progress = new NodeProgress("hall", 3, 17, DateTimeOffset.FromUnixTimeMilliseconds(1782907200000), 2);
        Assert.Equal(progress, Assert.Single(new EventStore(database).Progress()));
    }

    [Fact]
    public void Open_AStoreWhoseHealthsHaveNoFaults_ForgetsTheHealthAndNothingElse()
    {
        var path = _terminal.PathOf("gateway.db");
        Run(path, Schema.Steps[0] + Schema.Steps[1] + "PRAGMA user_version=2; INSERT INTO node VALUES ('hall', 3, 17, 1782907200000, 2, 4, 5, 2950);");

        using var database = GatewayDatabase.Open(path);

        var progress = new NodeProgress("hall", 3, 17, DateTimeOffset.FromUnixTimeMilliseconds(1782907200000), 2);
        Assert.Equal(progress, Assert.Single(new EventStore(database).Progress()));
    }

    [Fact]
    public void Open_AStoreOfANewerProgram_IsLeftAlone()
    {
        var path = _terminal.PathOf("gateway.db");
        Run(path, $"PRAGMA user_version={Schema.Version + 1};");

        Assert.Throws<InvalidDataException>(() => GatewayDatabase.Open(path));
    }

    private static void Run(string path, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
