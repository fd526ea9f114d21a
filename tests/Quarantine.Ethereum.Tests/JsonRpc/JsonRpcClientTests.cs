using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.JsonRpc;

/// <summary>The client against servers that lie, stall, break off, and send too much.</summary>
public sealed class JsonRpcClientTests
{
    private static readonly JsonRpcRequest Request = new("eth_test", p => p.WriteNumberValue(7));

    [Fact]
    public async Task CallAsync_HonestServer_SendsTheRequestAndReadsTheResult()
    {
        await using var server = HostileServer.WithBody("""{"jsonrpc":"2.0","id":1,"result":"ok","unknown":[{}]}""");
        Assert.Equal("ok", await CallAsync(server));
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"method":"eth_test","params":[7]}""", Assert.Single(server.Requests));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"ok\"")]
    [InlineData("<html>")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","result":"ok"}""")]
    [InlineData("""{"id":1,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"1","result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1e99,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"ok","result":"other"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"id":1,"result":"ok"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"ok"} {}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"ok" """)]
    [InlineData("""{"jsonrpc":"2.0","id":1,"result":"\ud800"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":"no"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":"-1","message":"no"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":-1}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"error":{"code":-1,"message":"no"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":null}""")]
    public async Task CallAsync_NotAnAnswerToTheRequest_IsMalformed(string body)
    {
        await using var server = HostileServer.WithBody(body);
        Assert.Equal(JsonRpcFailure.Malformed, (await FailAsync(server)).Failure);
    }

    [Fact]
    public async Task CallAsync_NestingWithoutEnd_IsMalformed()
    {
        await using var server = HostileServer.WithBody("""{"jsonrpc":"2.0","id":1,"x":""" + new string('[', 100_000));
        Assert.Equal(JsonRpcFailure.Malformed, (await FailAsync(server)).Failure);
    }

    [Theory]
    [InlineData("""{"code":3,"message":"execution reverted","data":"0x0102"}""", 3, "0102")]
    [InlineData("""{"code":-32015,"message":"VM error","data":"Reverted 0x0102"}""", -32015, "0102")]
    [InlineData("""{"data":{"txHash":"0x","data":"0x0102","more":[1]},"message":"x","code":-32603}""", -32603, "0102")]
    [InlineData("""{"code":1,"message":"x","data":"0x012"}""", 1, null)]
    [InlineData("""{"code":1,"message":"x","data":[1,{}]}""", 1, null)]
    [InlineData("""{"code":1,"message":"x","data":{"data":{"data":"0x01"}}}""", 1, null)]
    [InlineData("""{"code":1,"message":"x","data":null}""", 1, null)]
    public async Task CallAsync_ErrorAnswer_HasCodeAndData(string error, long code, string? data)
    {
        await using var server = HostileServer.WithBody($$"""{"jsonrpc":"2.0","id":1,"result":null,"error":{{error}} }""");
        var exception = await FailAsync(server);
        Assert.Equal((JsonRpcFailure.ErrorResponse, code), (exception.Failure, exception.Error!.Code));
        Assert.Equal(data, exception.Error.Data is { } bytes ? Convert.ToHexString(bytes.Span) : null);
    }

    [Fact]
    public async Task CallAsync_ErrorWithoutId_IsTheNodesError()
    {
        await using var server = HostileServer.WithBody("""{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"parse error"}}""");
        Assert.Equal(-32700, (await FailAsync(server)).Error!.Code);
    }

    [Fact]
    public async Task CallAsync_ErrorMessageWithControlCharacters_IsTamed()
    {
        await using var server = HostileServer.WithBody($$"""{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"a\n\u001b[2J{{new string('x', 9000)}}"} }""");
        var exception = await FailAsync(server);
        Assert.DoesNotContain(exception.Message, char.IsControl);
        Assert.InRange(exception.Message.Length, 1, 700);
    }

    [Theory]
    [InlineData("500 Internal Server Error", "oops", JsonRpcFailure.Transport, 500)]
    [InlineData("429 Too Many Requests", "", JsonRpcFailure.Transport, 429)]
    [InlineData("302 Found", "", JsonRpcFailure.Transport, 302)]
    [InlineData("400 Bad Request", """{"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"no"}}""", JsonRpcFailure.ErrorResponse, null)]
    public async Task CallAsync_HttpStatusOfFailure_IsReported(string status, string body, object failure, int? httpStatus)
    {
        await using var elsewhere = HostileServer.WithBody("""{"jsonrpc":"2.0","id":1,"result":"stolen"}""");
        await using var server = HostileServer.WithBody(body, status, $"Location: {elsewhere.Url}\r\n");
        var exception = await FailAsync(server);
        Assert.Equal(((JsonRpcFailure)failure, httpStatus), (exception.Failure, exception.HttpStatus));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task CallAsync_NobodyListens_IsTransport()
    {
        using var client = new JsonRpcClient(new Uri($"http://127.0.0.1:{FreePort.Next()}/secret-access-key"));
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => client.CallAsync<string>(Request, ReadText));
        Assert.Equal(JsonRpcFailure.Transport, exception.Failure);
        Assert.DoesNotContain("secret-access-key", exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"jsonrpc\":\"2.0\"")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde")]
    [InlineData("SSH-2.0-OpenSSH\r\n\r\n")]
    public async Task CallAsync_BrokenHttp_IsTransport(string answer)
    {
        await using var server = new HostileServer(async (_, stream, token) => await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), token));
        Assert.Equal(JsonRpcFailure.Transport, (await FailAsync(server)).Failure);
    }

    [Fact]
    public async Task CallAsync_LengthAnnouncedAboveTheLimit_IsTooLarge()
    {
        await using var server = HostileServer.WithBody(new string(' ', 5000));
        Assert.Equal(JsonRpcFailure.TooLarge, (await FailAsync(server, new JsonRpcOptions { MaxResponseBytes = 4999 })).Failure);
    }

    [Fact]
    public async Task CallAsync_AnswerExactlyAtTheLimit_IsRead()
    {
        const string Answer = """{"jsonrpc":"2.0","id":1,"result":"ok"}""";
        await using var server = HostileServer.WithBody(Answer.PadRight(50_000));
        Assert.Equal("ok", await CallAsync(server, new JsonRpcOptions { MaxResponseBytes = 50_000 }));
        Assert.Equal(JsonRpcFailure.TooLarge, (await FailAsync(server, new JsonRpcOptions { MaxResponseBytes = 49_999 })).Failure);
    }

    [Fact]
    public async Task CallAsync_ChunksWithoutEnd_IsTooLarge()
    {
        await using var server = new HostileServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), token);
            var chunk = Encoding.ASCII.GetBytes($"1000\r\n{new string(' ', 0x1000)}\r\n");
            while (true)
            {
                await stream.WriteAsync(chunk, token);
            }
        });
        Assert.Equal(JsonRpcFailure.TooLarge, (await FailAsync(server, new JsonRpcOptions { MaxResponseBytes = 1 << 20 })).Failure);
    }

    [Fact]
    public async Task CallAsync_CompressedBomb_IsTooLarge()
    {
        var bomb = Compress(new byte[50 << 20]);
        Assert.InRange(bomb.Length, 1, 100_000);
        await using var server = new HostileServer((_, stream, token) => HostileServer.WriteAsync(stream, bomb, "200 OK", "Content-Encoding: gzip\r\n", token));
        Assert.Equal(JsonRpcFailure.TooLarge, (await FailAsync(server, new JsonRpcOptions { MaxResponseBytes = 1 << 20 })).Failure);
    }

    [Fact]
    public async Task CallAsync_CompressedAnswer_IsRead()
    {
        var answer = Compress("""{"jsonrpc":"2.0","id":1,"result":"ok"}"""u8);
        await using var server = new HostileServer((_, stream, token) => HostileServer.WriteAsync(stream, answer, "200 OK", "Content-Encoding: gzip\r\n", token));
        Assert.Equal("ok", await CallAsync(server));
    }

    /// <summary>Neither silence nor one byte at a time holds the caller longer than the timeout.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")]
    public async Task CallAsync_ServerThatStalls_TimesOut(string beginning)
    {
        var clock = new FakeTimeProvider();
        var stalled = new TaskCompletionSource();
        await using var server = new HostileServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), token);
            stalled.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        using var client = new JsonRpcClient(server.Url, new JsonRpcOptions { Timeout = TimeSpan.FromSeconds(5) }, clock);
        var call = client.CallAsync<string>(Request, ReadText);
        await stalled.Task;
        clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => call);
        Assert.Equal(JsonRpcFailure.Timeout, exception.Failure);
    }

    [Fact]
    public async Task CallAsync_CallerCancels_IsCanceled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new HostileServer(async (_, _, token) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        using var client = new JsonRpcClient(server.Url);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CallAsync<string>(Request, ReadText, cancel.Token));
    }

    [Fact]
    public async Task CallBatchAsync_AnswersInAnotherOrder_AreInTheRequestsOrder()
    {
        await using var server = Batch(answers => answers.Reverse());
        using var client = new JsonRpcClient(server.Url, new JsonRpcOptions { MaxBatchSize = 3 });
        var outcomes = await client.CallBatchAsync<string>([.. Enumerable.Range(0, 8).Select(Numbered)], ReadText);
        Assert.Equal("r0 r1 r2 r3 r4 r5 r6 r7", string.Join(' ', outcomes.Select(outcome => outcome.ResultOrThrow())));
        Assert.Equal(3, server.Requests.Count);
        Assert.Empty(await client.CallBatchAsync<string>([], ReadText));
    }

    [Fact]
    public async Task CallBatchAsync_OneError_IsInItsOutcomeOnly()
    {
        await using var server = Batch(answers => answers.Select((answer, i) =>
            i == 1 ? new JsonObject { ["jsonrpc"] = "2.0", ["id"] = answer["id"]!.DeepClone(), ["error"] = new JsonObject { ["code"] = 5, ["message"] = "no" } } : answer));
        using var client = new JsonRpcClient(server.Url);
        var outcomes = await client.CallBatchAsync<string>([Numbered(0), Numbered(1), Numbered(2)], ReadText);
        Assert.Equal([null, 5L, null], outcomes.Select(outcome => outcome.Error?.Code));
        Assert.Throws<JsonRpcException>(() => outcomes[1].ResultOrThrow());
        Assert.Equal("r2", outcomes[2].ResultOrThrow());
    }

    [Fact]
    public async Task CallBatchAsync_AnswerMissingTwiceOrForeign_IsMalformed()
    {
        Func<IEnumerable<JsonObject>, IEnumerable<JsonObject>>[] frauds =
        [
            answers => answers.Skip(1), answers => answers.Take(2).Append(answers.First()), answers => answers.Append(answers.First()),
            answers => answers.Select(answer => new JsonObject { ["jsonrpc"] = "2.0", ["id"] = (int)answer["id"]! + 1, ["result"] = "r" }),
            answers => answers.Select(answer => new JsonObject { ["jsonrpc"] = "2.0", ["id"] = long.MinValue, ["result"] = "r" }),
            answers => [],
        ];
        foreach (var fraud in frauds)
        {
            await using var server = Batch(fraud);
            using var client = new JsonRpcClient(server.Url);
            var exception = await Assert.ThrowsAsync<JsonRpcException>(() => client.CallBatchAsync<string>([Numbered(0), Numbered(1), Numbered(2)], ReadText));
            Assert.Equal(JsonRpcFailure.Malformed, exception.Failure);
        }
    }

    [Fact]
    public async Task CallBatchAsync_NodeWithoutBatches_IsItsError()
    {
        await using var server = HostileServer.WithBody("""{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no batches"}}""");
        using var client = new JsonRpcClient(server.Url);
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => client.CallBatchAsync<string>([Numbered(0)], ReadText));
        Assert.Equal(-32600, exception.Error!.Code);
    }

    [Fact]
    public async Task CallAsync_ManyAtOnce_EachGetsItsOwnAnswer()
    {
        await using var server = new HostileServer((body, stream, token) =>
        {
            var request = JsonNode.Parse(body)!;
            var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request["id"]!.DeepClone(), ["result"] = request["method"]!.DeepClone() };
            return HostileServer.WriteAsync(stream, Encoding.UTF8.GetBytes(answer.ToJsonString()), "200 OK", string.Empty, token);
        });
        using var client = new JsonRpcClient(server.Url);
        var results = new ConcurrentBag<bool>();
        await Parallel.ForAsync(0, 100, async (i, token) => results.Add(await client.CallAsync<string>(new JsonRpcRequest($"m{i}"), ReadText, token) == $"m{i}"));
        Assert.Equal(100, results.Count(same => same));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("relative")]
    public void Constructor_NotHttp_Throws(string endpoint) =>
        Assert.Throws<ArgumentException>(() => new JsonRpcClient(new Uri(endpoint, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Options_OutOfRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonRpcOptions { Timeout = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonRpcOptions { ConnectTimeout = TimeSpan.FromDays(1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonRpcOptions { MaxResponseBytes = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonRpcOptions { MaxBatchSize = 0 });
    }

    private static JsonRpcRequest Numbered(int i) => new("eth_test", p => p.WriteStringValue($"r{i}"));

    /// <summary>Answers each call of a batch with its parameter, then lets <paramref name="change"/> spoil the answers.</summary>
    private static HostileServer Batch(Func<IEnumerable<JsonObject>, IEnumerable<JsonObject>> change) => new((body, stream, token) =>
    {
        var answers = JsonNode.Parse(body)!.AsArray().Select(request =>
            new JsonObject { ["jsonrpc"] = "2.0", ["id"] = request!["id"]!.DeepClone(), ["result"] = request["params"]![0]!.DeepClone() });
        var text = $"[{string.Join(',', change(answers).Select(answer => answer.ToJsonString()))}]";
        return HostileServer.WriteAsync(stream, Encoding.UTF8.GetBytes(text), "200 OK", string.Empty, token);
    });

    private static async Task<string> CallAsync(HostileServer server, JsonRpcOptions? options = null)
    {
        using var client = new JsonRpcClient(server.Url, options);
        return await client.CallAsync<string>(Request, ReadText);
    }

    private static async Task<JsonRpcException> FailAsync(HostileServer server, JsonRpcOptions? options = null)
    {
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => CallAsync(server, options));
        Assert.Equal("eth_test", exception.Method);
        Assert.DoesNotContain("secret-access-key", exception.ToString(), StringComparison.Ordinal);
        return exception;
    }

    private static byte[] Compress(ReadOnlySpan<byte> data)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(data);
        }

        return compressed.ToArray();
    }

    private static bool ReadText(ref Utf8JsonReader reader, out string value)
    {
        value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : null!;
        return value is not null;
    }
}
