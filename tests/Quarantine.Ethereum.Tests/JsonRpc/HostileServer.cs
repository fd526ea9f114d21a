using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Quarantine.Ethereum.Tests.JsonRpc;

/// <summary>
/// An HTTP server on loopback that answers whatever a test wants, byte for byte. Each request comes over its own connection, which is closed
/// after the answer.
/// </summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly Lock _gate = new();
    private readonly List<string> _requests = [];

    /// <param name="answer">Gets the request's body and the connection.</param>
    internal HostileServer(Func<string, Stream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/secret-access-key");
        _ = AcceptAsync();
    }

    internal Uri Url { get; }

    /// <summary>The bodies received.</summary>
    internal IReadOnlyList<string> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Answers every request with this body.</summary>
    internal static HostileServer WithBody(string body, string status = "200 OK", string headers = "") =>
        new((_, stream, token) => WriteAsync(stream, Encoding.UTF8.GetBytes(body), status, headers, token));

    internal static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> body, string status, string headers, CancellationToken token)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), token);
        await stream.WriteAsync(body, token);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var body = await ReadRequestAsync(stream);
                lock (_gate)
                {
                    _requests.Add(body);
                }

                await _answer(body, stream, _stop.Token);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client went away first, or the test is over.
            }
        }
    }

    private async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var length = 0;
        for (var line = await ReadLineAsync(stream); line.Length > 0; line = await ReadLineAsync(stream))
        {
            const string Header = "Content-Length:";
            length = line.StartsWith(Header, StringComparison.OrdinalIgnoreCase) ? int.Parse(line[Header.Length..]) : length;
        }

        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return Encoding.UTF8.GetString(body);
    }

    private async Task<string> ReadLineAsync(NetworkStream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        do
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            line.Append((char)one[0]);
        }
        while (one[0] != '\n');
        return line.ToString().TrimEnd();
    }
}
