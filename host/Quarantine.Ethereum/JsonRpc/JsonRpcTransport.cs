using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Posts requests, and receives answers within the limits.</summary>
internal sealed class JsonRpcTransport(HttpClient http, Uri endpoint, JsonRpcOptions options, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    internal async Task<JsonRpcResponse> PostAsync(string method, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await ExchangeAsync(method, body, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            // The time for the whole, or the handler's own time for the connection, is over.
            throw new JsonRpcException(JsonRpcFailure.Timeout, method, "no complete answer in time", e);
        }
        catch (HttpRequestException e)
        {
            throw new JsonRpcException(JsonRpcFailure.Transport, method, $"the node cannot be reached ({e.HttpRequestError})", e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new JsonRpcException(JsonRpcFailure.Transport, method, "the connection broke, or the compressed answer is damaged", e);
        }
    }

    private async Task<JsonRpcResponse> ExchangeAsync(string method, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentLength > options.MaxResponseBytes)
        {
            throw TooLarge(method);
        }

        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var status = response.StatusCode == HttpStatusCode.OK ? null : (int?)response.StatusCode;
            var answer = new JsonRpcResponse(status, (int)(response.Content.Headers.ContentLength ?? 0));
            try
            {
                var complete = await answer.TryReceiveAsync(stream, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
                return complete ? answer : throw TooLarge(method);
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
    }

    private JsonRpcException TooLarge(string method) =>
        new(JsonRpcFailure.TooLarge, method, string.Create(CultureInfo.InvariantCulture, $"the answer is longer than {options.MaxResponseBytes} bytes"));
}
