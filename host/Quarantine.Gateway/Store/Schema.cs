namespace Quarantine.Gateway.Store;

/// <summary>The store's tables. Times are Unix milliseconds; hashes, addresses and states are hexadecimal text.</summary>
internal static class Schema
{
    /// <summary>The statements that lead from each version to the next; the first makes an empty store.</summary>
    public static readonly string[] Steps = [Create, AddNodeHealth, AddNodeFaults];

    private const string Create =
        """
        CREATE TABLE event (
            node TEXT NOT NULL, boot INTEGER NOT NULL, seq INTEGER NOT NULL,
            up INTEGER NOT NULL, kind INTEGER NOT NULL, value INTEGER NOT NULL,
            time INTEGER NOT NULL, uncertain INTEGER NOT NULL,
            PRIMARY KEY (node, boot, seq)) WITHOUT ROWID;
        CREATE INDEX event_time ON event (time);
        CREATE TABLE node (
            node TEXT PRIMARY KEY, boot INTEGER NOT NULL, acknowledged INTEGER NOT NULL,
            heard INTEGER NOT NULL, lost INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
        CREATE TABLE fault (
            source TEXT NOT NULL, cause INTEGER NOT NULL, began INTEGER NOT NULL, ended INTEGER,
            PRIMARY KEY (source, cause, began)) WITHOUT ROWID;
        CREATE TABLE dropped (reason TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE outbox (
            slot INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, due INTEGER NOT NULL,
            state TEXT, tag TEXT, relay TEXT, attempts INTEGER NOT NULL DEFAULT 0, sent INTEGER, reason TEXT, block INTEGER,
            PRIMARY KEY (slot, kind)) WITHOUT ROWID;
        CREATE TABLE relayed (
            key TEXT PRIMARY KEY, status INTEGER NOT NULL, due INTEGER NOT NULL, target TEXT NOT NULL, data BLOB NOT NULL,
            accountNonce INTEGER, rawTransaction BLOB, hash TEXT, reason TEXT, gasUsed INTEGER) WITHOUT ROWID;
        CREATE TABLE help (time INTEGER NOT NULL, node TEXT NOT NULL, symptoms TEXT NOT NULL, PRIMARY KEY (time, node)) WITHOUT ROWID;
        CREATE TABLE emergency (
            hash TEXT PRIMARY KEY, ciphertext BLOB NOT NULL, created INTEGER NOT NULL, status INTEGER NOT NULL,
            published INTEGER NOT NULL DEFAULT 0, sent INTEGER, attempts INTEGER NOT NULL DEFAULT 0,
            source TEXT NOT NULL) WITHOUT ROWID;
        """;

    private const string AddNodeHealth =
        """
        ALTER TABLE node ADD COLUMN queued INTEGER;
        ALTER TABLE node ADD COLUMN dropped INTEGER;
        ALTER TABLE node ADD COLUMN battery INTEGER;
        """;

    /// <summary>A health that was stored without its faults is as good as none: the next one comes soon.</summary>
    private const string AddNodeFaults = "ALTER TABLE node ADD COLUMN faults INTEGER;";

    public static int Version => Steps.Length;
}
