using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Quarantine.TestKit;

/// <summary>Debian's mosquitto with a given configuration file, as a child that ends with this process.</summary>
public sealed class MosquittoProcess : IAsyncDisposable
{
    /// <summary>Debian's path, which is not on every user's search path.</summary>
    private const string DebianPath = "/usr/sbin/mosquitto";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(20);

    private readonly GuardedProcess _process;
    private readonly Action<string> _log;
    private readonly Task _logging;

    private MosquittoProcess(GuardedProcess process, Action<string> log)
    {
        (_process, _log) = (process, log);
        _logging = LogAsync();
    }

    public int Id => _process.Id;

    /// <summary>Starts it and waits until it accepts connections on loopback; null where it ended before.</summary>
    public static async Task<MosquittoProcess?> TryStartAsync(string configuration, int port, Action<string> log)
    {
        var broker = new MosquittoProcess(await GuardedProcess.StartAsync([File.Exists(DebianPath) ? DebianPath : "mosquitto", "-c", configuration]), log);
        var started = Stopwatch.GetTimestamp();
        while (!broker._process.HasExited && Stopwatch.GetElapsedTime(started) < StartTime)
        {
            if (await AcceptsAsync(port) && !broker._process.HasExited)
            {
                return broker;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        await broker.DisposeAsync();
        return null;
    }

    /// <summary>
    /// Makes a folder for a broker's files as on a gateway: Mosquitto that is started by root runs as a user of its own, who must reach and own it.
    /// </summary>
    public static void PrepareFolder(string folder)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Environment.IsPrivilegedProcess)
        {
            var parent = Path.GetDirectoryName(folder)!;
            File.SetUnixFileMode(parent, File.GetUnixFileMode(parent) | UnixFileMode.OtherExecute);
            using var change = Process.Start("chown", ["mosquitto:", folder]);
            change.WaitForExit();
        }
    }

    /// <summary>SIGHUP: it reads its files again. Returns when the signal is sent.</summary>
    public async Task ReloadAsync()
    {
        using var signal = Process.Start("kill", ["-HUP", $"{Id}"]);
        await signal.WaitForExitAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            await _process.KillAsync();
        }
    }

    /// <summary>An orderly end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _logging;
    }

    private static async Task<bool> AcceptsAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private async Task LogAsync()
    {
        while (await _process.ReadLineAsync() is { } line)
        {
            _log(line);
        }
    }
}
