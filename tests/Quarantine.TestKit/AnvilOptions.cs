using System.Globalization;

namespace Quarantine.TestKit;

/// <summary>How to start an <see cref="AnvilServer"/>. Blocks are mined as soon as a transaction comes, unless something else is said.</summary>
public sealed record AnvilOptions
{
    /// <summary>Default 31337.</summary>
    public ulong ChainId { get; init; } = 31_337;

    /// <summary>Funded accounts; default 10.</summary>
    public int Accounts { get; init; } = 10;

    /// <summary>0 (the default) takes a free one; a fixed one lets a server come back under the same address.</summary>
    public int Port { get; init; }

    /// <summary>Unix time of the genesis block; null for the present.</summary>
    public ulong? StartTimestamp { get; init; }

    /// <summary>Mine only when told.</summary>
    public bool NoMining { get; init; }

    /// <summary>Mine in this rhythm, whole seconds; null for never.</summary>
    public TimeSpan? BlockTime { get; init; }

    /// <summary>Finality: <c>safe</c> is this many blocks behind the newest, <c>finalized</c> twice as many; null for anvil's 32.</summary>
    public int? SlotsInAnEpoch { get; init; }

    /// <summary>A file from which the chain's state is loaded at the start, and into which it is written at the end; null for none.</summary>
    public string? StateFile { get; init; }

    /// <summary>Further arguments of the command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    internal IEnumerable<string> CommandLine()
    {
        string[] fixedPart =
        [
            "--hardfork", "osaka", "--host", "127.0.0.1", "--port", Text(Port), "--chain-id", Text(ChainId), "--accounts", Text(Accounts),
        ];
        IEnumerable<string> optional =
        [
            .. Option("--timestamp", StartTimestamp),
            .. Option("--block-time", (ulong?)BlockTime?.TotalSeconds),
            .. Option("--slots-in-an-epoch", SlotsInAnEpoch),
            .. Option("--state", StateFile),
            .. NoMining ? ["--no-mining"] : Array.Empty<string>(),
        ];
        return fixedPart.Concat(optional).Concat(Arguments);
    }

    private static string[] Option(string name, object? value) => value is null ? [] : [name, Text(value)];

    private static string Text(object value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
