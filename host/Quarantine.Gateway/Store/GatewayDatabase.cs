using Microsoft.Data.Sqlite;

namespace Quarantine.Gateway.Store;

/// <summary>
/// The gateway's durable store: one SQLite file, write-ahead log, every commit synced to disk. One connection, one user at a time.
/// Thread-safe.
/// </summary>
public sealed class GatewayDatabase : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private GatewayDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the file, or makes it, and brings its schema up to date.</summary>
    public static GatewayDatabase Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;");
            Migrate(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return new GatewayDatabase(connection);
    }

    /// <summary>Runs <paramref name="work"/> in one transaction, durable when this returns; rolled back where it throws.</summary>
    public T Write<T>(Func<GatewayTransaction, T> work)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var result = work(new GatewayTransaction(_connection, transaction));
            transaction.Commit();
            return result;
        }
    }

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<GatewayTransaction> work) => Write(transaction =>
    {
        work(transaction);
        return true;
    });

    /// <summary>Runs <paramref name="work"/> on a consistent view.</summary>
    public T Read<T>(Func<GatewayTransaction, T> work) => Write(work);

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        using var version = connection.CreateCommand();
        version.CommandText = "PRAGMA user_version";
        var current = Convert.ToInt32(version.ExecuteScalar());
        if (current > Schema.Version)
        {
            throw new InvalidDataException($"The store has schema {current}; this program knows up to {Schema.Version}. Use the newer program.");
        }

        if (current < Schema.Version)
        {
            Execute(connection, $"BEGIN IMMEDIATE; {string.Concat(Schema.Steps[current..])} PRAGMA user_version={Schema.Version}; COMMIT;");
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this project.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
