using System.Net;
using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>
/// A JSON-RPC 2.0 client for one endpoint over HTTP. Holds one pool of connections; make one for each endpoint and keep it. Follows no
/// redirection and keeps no cookie. It does not retry: the caller knows what may be repeated. Thread-safe.
/// </summary>
public sealed class JsonRpcClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly JsonRpcTransport _transport;
    private readonly JsonRpcOptions _options;
    private long _lastId;

    /// <param name="endpoint">An absolute <c>http</c> or <c>https</c> address.</param>
    /// <param name="options">Limits; null for the defaults.</param>
    /// <param name="clock">For the timeout; null for the system's.</param>
    public JsonRpcClient(Uri endpoint, JsonRpcOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException("The endpoint of an Ethereum node is an absolute http or https address.", nameof(endpoint));
        }

        _options = options ?? new JsonRpcOptions();
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = _options.ConnectTimeout,

            // So that a node whose address changed is found again.
            PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        };
        _http = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _transport = new JsonRpcTransport(_http, endpoint, _options, clock ?? TimeProvider.System);
    }

    /// <summary>Sends one call and reads its result. Throws <see cref="JsonRpcException"/>.</summary>
    public async Task<T> CallAsync<T>(JsonRpcRequest request, JsonRpcResultReader<T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        var id = Interlocked.Increment(ref _lastId);
        var body = JsonRpcWriter.Write(request, id);
        using var response = await _transport.PostAsync(request.Method, body, cancellationToken).ConfigureAwait(false);
        return JsonRpcResponseReader.Read(response, request.Method, id, read).ResultOrThrow();
    }

    /// <summary>
    /// Sends calls of one kind together and reads their results, in the order of <paramref name="requests"/>. A call's own error is in its
    /// outcome; a failure of the whole throws <see cref="JsonRpcException"/>.
    /// </summary>
    public async Task<IReadOnlyList<JsonRpcOutcome<T>>> CallBatchAsync<T>(
        IReadOnlyList<JsonRpcRequest> requests, JsonRpcResultReader<T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(read);
        var outcomes = new List<JsonRpcOutcome<T>>(requests.Count);
        foreach (var part in requests.Chunk(_options.MaxBatchSize))
        {
            var firstId = Interlocked.Add(ref _lastId, part.Length) - part.Length + 1;
            var body = JsonRpcWriter.Write(part, firstId);
            using var response = await _transport.PostAsync(part[0].Method, body, cancellationToken).ConfigureAwait(false);
            outcomes.AddRange(JsonRpcResponseReader.ReadBatch(response, part, firstId, read));
        }

        return outcomes;
    }

    public void Dispose() => _http.Dispose();
}
