using System.Net;
using System.Net.Sockets;

namespace Quarantine.Messages.Tests.Mqtt;

/// <summary>A broker that breaks the rules on purpose: it accepts one CONNECT, and answers each further packet with the bytes it was given.</summary>
internal sealed class ScriptedBroker : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<byte[], byte[]> _answer;
    private readonly Task _running;

    internal ScriptedBroker(Func<byte[], byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _running = RunAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        byte[] accepted = [0x20, 2, 0, 0];
        try
        {
            await ReadAsync(stream);
            await stream.WriteAsync(accepted, _end.Token);
            while (await ReadAsync(stream) is { Length: > 0 } packet)
            {
                await stream.WriteAsync(_answer(packet), _end.Token);
            }
        }
        catch (IOException)
        {
            // The client hung up.
        }
    }

    private async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var count = await stream.ReadAsync(buffer, _end.Token);
        return buffer[..count];
    }
}
