using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace Quarantine.TestKit;

/// <summary>
/// A child process that ends with this one, whatever way this one ends: a shell beside it waits for the end of its standard input, which the
/// operating system closes when the test process dies. Its output lines are read one after the other.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    /// <summary>The shell's script; its arguments are the command. The first line that it prints is the child's id.</summary>
    public const string Guard = """
        exec 3<&0 2>&1
        sh -c 'echo $$; exec "$@"' child "$@" </dev/null 3<&- &
        child=$!
        ( read -r line <&3; kill "$child" ) >/dev/null 2>&1 &
        watcher=$!
        wait "$child"
        kill "$watcher" 2>/dev/null
        """;

    private const int KeptLines = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process _shell;
    private readonly ChannelReader<string> _lines;

    private GuardedProcess(Process shell, ChannelReader<string> lines, int id)
    {
        _shell = shell;
        _lines = lines;
        Id = id;
    }

    /// <summary>Of the child itself, not of the shell.</summary>
    public int Id { get; }

    /// <summary>Whether it ended.</summary>
    public bool HasExited => _shell.HasExited;

    /// <summary>Starts <paramref name="command"/>: a program and its arguments.</summary>
    public static async Task<GuardedProcess> StartAsync(IEnumerable<string> command, CancellationToken cancellationToken = default)
    {
        // A full pipe would stop the child: what nobody reads is forgotten, the oldest first.
        var lines = Channel.CreateBounded<string>(new BoundedChannelOptions(KeptLines) { FullMode = BoundedChannelFullMode.DropOldest });
        var shell = new Process { StartInfo = Start(command) };
        shell.OutputDataReceived += (_, line) => _ = line.Data is null ? lines.Writer.TryComplete() : lines.Writer.TryWrite(line.Data);
        shell.Start();
        shell.BeginOutputReadLine();
        var id = await lines.Reader.ReadAsync(cancellationToken);
        return new GuardedProcess(shell, lines.Reader, int.Parse(id, CultureInfo.InvariantCulture));
    }

    /// <summary>The next line of standard output or error; null at the end.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken = default) =>
        await _lines.WaitToReadAsync(cancellationToken) && _lines.TryRead(out var line) ? line : null;

    /// <summary>Kills the child at once (SIGKILL), as a power cut would, and waits.</summary>
    public async Task KillAsync()
    {
        using (var child = Process.GetProcessById(Id))
        {
            child.Kill();
        }

        await _shell.WaitForExitAsync();
    }

    /// <summary>Ends the child politely (SIGTERM) and waits; kills it where it has not ended within 10 seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _shell.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _shell.Kill(entireProcessTree: true);
            await _shell.WaitForExitAsync();
        }

        _shell.Dispose();
    }

    private static ProcessStartInfo Start(IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["-c", Guard, "guard", .. command])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
