using System.Text;

namespace Quarantine.TestKit;

/// <summary>
/// Debian's mosquitto on a free loopback port, in a temporary folder of its own. Persistence is on and the queue of a slow subscriber is
/// raised. It can be stopped, killed as by a power cut, and started again on the same port and store.
/// </summary>
public sealed class MosquittoServer : IAsyncDisposable
{
    private readonly MosquittoServerOptions _options;
    private readonly StringBuilder _log = new();
    private MosquittoProcess? _process;

    private MosquittoServer(MosquittoServerOptions options)
    {
        _options = options;
        Folder = Directory.CreateTempSubdirectory("quarantine-mosquitto-").FullName;
        Certificates = options.Tls ? new TestCertificates(Path.Combine(Folder, "tls")) : null;
        Certificates?.Issue("server");
    }

    public static string Host => "127.0.0.1";

    public int Port { get; private set; }

    public string Folder { get; }

    /// <summary>The authority and client certificates, where TLS is on.</summary>
    public TestCertificates? Certificates { get; }

    public string? CaFile => Certificates?.CaFile;

    /// <summary>What the broker has written so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts a broker and returns when it accepts connections.</summary>
    public static async Task<MosquittoServer> StartAsync(MosquittoServerOptions? options = null)
    {
        var server = new MosquittoServer(options ?? new MosquittoServerOptions());
        for (var attempt = 1; ; attempt++)
        {
            server.Port = FreePort.Next();
            server.WriteConfiguration();
            if (await server.TryLaunchAsync())
            {
                return server;
            }

            if (attempt == 5)
            {
                var log = server.Log;
                await server.DisposeAsync();
                throw new InvalidOperationException($"mosquitto did not start:\n{log}");
            }
        }
    }

    /// <summary>An orderly end: sessions, retained and queued messages are stored.</summary>
    public Task StopAsync() => EndAsync(kill: false);

    /// <summary>kill -9.</summary>
    public Task KillAsync() => EndAsync(kill: true);

    /// <summary>Starts again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, on the same port.</summary>
    public async Task RestartAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The broker runs.");
        }

        if (!await TryLaunchAsync())
        {
            throw new InvalidOperationException($"mosquitto did not start again on port {Port}:\n{Log}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Certificates?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void WriteConfiguration()
    {
        var text = new StringBuilder()
            .AppendLine($"listener {Port} {Host}")
            .AppendLine("set_tcp_nodelay true")
            .AppendLine("persistence true")
            .AppendLine($"persistence_location {Folder}/")
            .AppendLine("max_queued_messages 100000")
            .AppendLine("max_queued_bytes 0")
            .AppendLine("max_inflight_messages 200")
            .AppendLine("user root")
            .AppendLine("log_dest stderr")
            .AppendLine("log_type error").AppendLine("log_type warning").AppendLine("log_type notice");
        AppendTls(text);
        AppendUsers(text);
        text.AppendLine(_options.Extra);
        File.WriteAllText(Path.Combine(Folder, "mosquitto.conf"), text.ToString());
    }

    private void AppendTls(StringBuilder text)
    {
        if (_options.Tls)
        {
            text.AppendLine($"cafile {CaFile}")
                .AppendLine($"certfile {Path.Combine(Folder, "tls", "server.pem")}")
                .AppendLine($"keyfile {Path.Combine(Folder, "tls", "server.key")}");
        }

        if (_options.RequireClientCertificate)
        {
            text.AppendLine("require_certificate true").AppendLine("use_identity_as_username true");
        }
    }

    private void AppendUsers(StringBuilder text)
    {
        text.AppendLine($"allow_anonymous {(_options.Users.Count == 0 && !_options.RequireClientCertificate ? "true" : "false")}");
        if (_options.Users.Count > 0)
        {
            var file = Path.Combine(Folder, "passwords");
            File.WriteAllLines(file, _options.Users.Select(u => MosquittoPasswordFile.Line(u.Key, u.Value)));
            text.AppendLine($"password_file {file}");
        }

        if (_options.Acl is not null)
        {
            var file = Path.Combine(Folder, "acl");
            File.WriteAllText(file, _options.Acl);
            text.AppendLine($"acl_file {file}");
        }
    }

    private async Task<bool> TryLaunchAsync()
    {
        await EndAsync(kill: true);
        _process = await MosquittoProcess.TryStartAsync(Path.Combine(Folder, "mosquitto.conf"), Port, Append);
        return _process is not null;
    }

    private async Task EndAsync(bool kill)
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        if (kill)
        {
            await process.KillAsync();
        }

        await process.DisposeAsync();
    }

    private void Append(string line)
    {
        lock (_log)
        {
            _log.AppendLine(line);
        }
    }
}
