using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.TestKit;

/// <summary>
/// A real EVM chain of its own for a test: anvil, on a free port of the loopback interface, under the hard fork osaka. Ends when disposed, and
/// also when the test process dies.
/// </summary>
public sealed class AnvilServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    private readonly GuardedProcess _process;

    private AnvilServer(GuardedProcess process, Uri url, IReadOnlyList<PrivateKey> keys)
    {
        _process = process;
        Url = url;
        Keys = keys;
        Client = new JsonRpcClient(url);
        Node = new JsonRpcNode(Client);
    }

    public Uri Url { get; }

    /// <summary>Of the accounts that own 10,000 ether each, the same in every start.</summary>
    public IReadOnlyList<PrivateKey> Keys { get; }

    public JsonRpcClient Client { get; }

    public IEthereumNode Node { get; }

    /// <summary>Of anvil.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a server, and returns when it answers.</summary>
    public static async Task<AnvilServer> StartAsync(AnvilOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(StartTime);
        var process = await GuardedProcess.StartAsync(AnvilBinary.Command().Concat((options ?? new AnvilOptions()).CommandLine()), timeout.Token);
        try
        {
            var (port, keys) = await ReadBannerAsync(process, timeout.Token);
            var server = new AnvilServer(process, new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")), keys);
            await server.Node.GetChainIdAsync(timeout.Token);
            return server;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until a transaction is mined: anvil answers a sent transaction before its automatic block is there.</summary>
    public async Task<TransactionReceipt> WaitForReceiptAsync(Bytes32 transactionHash)
    {
        using var timeout = new CancellationTokenSource(StartTime);
        while (true)
        {
            if (await Node.GetTransactionReceiptAsync(transactionHash, timeout.Token) is { } receipt)
            {
                return receipt;
            }

            await Task.Delay(PollInterval, TimeProvider.System, timeout.Token);
        }
    }

    /// <summary>Mines blocks upon the newest.</summary>
    public Task MineAsync(int count = 1) => ControlAsync("anvil_mine", p => p.WriteStringValue($"0x{count:x}"));

    /// <summary>Mines one block with this Unix time, which must be later than the newest block's.</summary>
    public Task MineAtAsync(ulong timestamp) => ControlAsync("evm_mine", p => p.WriteNumberValue(timestamp));

    /// <summary>The Unix time of the next block, whenever it is mined.</summary>
    public Task SetNextBlockTimestampAsync(ulong timestamp) => ControlAsync("evm_setNextBlockTimestamp", p => p.WriteNumberValue(timestamp));

    /// <summary>Remembers the chain; <see cref="RevertAsync"/> goes back to it, once.</summary>
    public Task<string> SnapshotAsync() => Client.CallAsync<string>(new JsonRpcRequest("evm_snapshot"), TryReadText);

    public Task RevertAsync(string snapshot) => ControlAsync("evm_revert", p => p.WriteStringValue(snapshot));

    /// <summary>Replaces the newest <paramref name="depth"/> blocks by others, without their transactions.</summary>
    public Task ReorganiseAsync(int depth) => ControlAsync("anvil_reorg", p =>
    {
        p.WriteNumberValue(depth);
        p.WriteStartArray();
        p.WriteEndArray();
    });

    /// <summary>An account's balance, in wei.</summary>
    public Task SetBalanceAsync(Address account, BigInteger wei) => ControlAsync("anvil_setBalance", p =>
    {
        p.WriteStringValue(account.ToString());
        p.WriteStringValue("0x" + wei.ToString("x", CultureInfo.InvariantCulture));
    });

    /// <summary>An account's code.</summary>
    public Task SetCodeAsync(Address account, ReadOnlyMemory<byte> code) => ControlAsync("anvil_setCode", p =>
    {
        p.WriteStringValue(account.ToString());
        p.WriteStringValue(Hex.Encode(code.Span));
    });

    /// <summary>Whether a block is mined for every transaction.</summary>
    public Task SetAutomineAsync(bool enabled) => ControlAsync("evm_setAutomine", p => p.WriteBooleanValue(enabled));

    /// <summary>Forgets a pending transaction, as a node's pool may.</summary>
    public Task DropTransactionAsync(Bytes32 hash) => ControlAsync("anvil_dropTransaction", p => p.WriteStringValue(hash.ToString()));

    /// <summary>Any other method of anvil; its result is not read.</summary>
    public Task ControlAsync(string method, Action<Utf8JsonWriter> parameters) =>
        Client.CallAsync<bool>(new JsonRpcRequest(method, parameters), TrySkip);

    /// <summary>Ends anvil at once, without a chance to save anything.</summary>
    public Task KillAsync() => _process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
        foreach (var key in Keys)
        {
            key.Dispose();
        }
    }

    /// <summary>Keys, and the port, stand in what anvil prints before it listens.</summary>
    private static async Task<(int Port, List<PrivateKey> Keys)> ReadBannerAsync(GuardedProcess process, CancellationToken cancellationToken)
    {
        const string Listening = "Listening on 127.0.0.1:";
        var printed = new StringBuilder();
        var keys = new List<PrivateKey>();
        while (await process.ReadLineAsync(cancellationToken) is { } line)
        {
            printed.AppendLine(line);
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                return (int.Parse(line.AsSpan(Listening.Length), CultureInfo.InvariantCulture), keys);
            }

            if (line.StartsWith('(') && Bytes32.TryParse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], out var secret))
            {
                keys.Add(new PrivateKey(secret.ToArray()));
            }
        }

        throw new InvalidOperationException($"anvil ended before it listened:\n{printed}");
    }

    private static bool TryReadText(ref Utf8JsonReader reader, out string value)
    {
        value = reader.GetString()!;
        return true;
    }

    private static bool TrySkip(ref Utf8JsonReader reader, out bool value)
    {
        reader.Skip();
        value = true;
        return true;
    }
}
