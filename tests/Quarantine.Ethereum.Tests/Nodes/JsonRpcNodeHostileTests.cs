using System.Text.Json.Nodes;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Tests.JsonRpc;

namespace Quarantine.Ethereum.Tests.Nodes;

/// <summary>What anvil does not do: other nodes' errors, and lies.</summary>
public sealed class JsonRpcNodeHostileTests
{
    private static readonly CallRequest Call = new(Address.Zero, default);

    [Fact]
    public async Task SendRawTransaction_NodeNamesAnotherHash_IsMalformed() => await WithAsync($"\"{Answers.Hash}\"", async node =>
    {
        var exception = await Assert.ThrowsAsync<JsonRpcException>(() => node.SendRawTransactionAsync(new byte[] { 1 }));
        Assert.Equal(JsonRpcFailure.Malformed, exception.Failure);
    });

    [Theory]
    [InlineData(-39001, "Unknown block")]
    [InlineData(-32000, "finalized block not found")]
    [InlineData(-32000, "unknown block")]
    public async Task GetBlock_NodeWithoutThatFinality_IsNull(int code, string message) =>
        await WithErrorAsync(code, message, async node => Assert.Null(await node.GetBlockAsync(BlockReference.Finalized)));

    [Fact]
    public async Task AnyMethod_OtherError_Throws() => await WithErrorAsync(-32603, "internal error", async node =>
    {
        await ThrowsAsync(() => node.GetBlockAsync(BlockReference.Latest));
        await ThrowsAsync(() => node.CallAsync(Call, BlockReference.Latest));
        await ThrowsAsync(() => node.EstimateGasAsync(Call));
        await ThrowsAsync(() => node.SendRawTransactionAsync(new byte[] { 1 }));
        await ThrowsAsync(() => node.GetLogsAsync(new LogFilter()));
        await ThrowsAsync(() => node.GetTransactionReceiptsAsync([Bytes32.Zero]));

        static async Task ThrowsAsync(Func<Task> call) => Assert.Equal(-32603, (await Assert.ThrowsAsync<JsonRpcException>(call)).Error!.Code);
    });

    [Fact]
    public async Task Call_AllMembers_AreSent()
    {
        await using var server = HostileServer.WithBody("""{"jsonrpc":"2.0","id":1,"result":"0x"}""");
        using var client = new JsonRpcClient(server.Url);
        var call = new CallRequest(Address.Parse(Answers.Account), new byte[] { 1 }) { From = Address.Zero, Value = 255, Gas = 4096 };
        await new JsonRpcNode(client).CallAsync(call, BlockReference.At(16));
        var expected = $$"""[{"from":"{{new Address(new byte[20])}}","to":"{{Answers.Account}}","gas":"0x1000","value":"0xff","input":"0x01"},"0x10"]""";
        Assert.Equal(expected, JsonNode.Parse(Assert.Single(server.Requests))!["params"]!.ToJsonString());
    }

    [Fact]
    public async Task Call_NegativeValue_Throws() => await WithAsync("\"0x\"", async node =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => node.CallAsync(Call with { Value = -1 }, BlockReference.Latest)));

    [Fact]
    public async Task GetFeeHistory_BlockCountOutOfRange_Throws() => await WithAsync("{}", async node =>
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => node.GetFeeHistoryAsync(0, BlockReference.Latest, []));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => node.GetFeeHistoryAsync(1025, BlockReference.Latest, []));
    });

    private static Task WithErrorAsync(int code, string message, Func<JsonRpcNode, Task> test) =>
        WithServerAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, test);

    private static Task WithAsync(string result, Func<JsonRpcNode, Task> test) =>
        WithServerAsync(new JsonObject { ["result"] = JsonNode.Parse(result) }, test);

    private static async Task WithServerAsync(JsonObject answer, Func<JsonRpcNode, Task> test)
    {
        await using var server = new HostileServer((body, stream, token) =>
        {
            var request = JsonNode.Parse(body)!;
            var reply = answer.DeepClone().AsObject();
            reply["jsonrpc"] = "2.0";
            reply["id"] = (request is JsonArray batch ? batch[0]! : request)["id"]!.DeepClone();
            var text = request is JsonArray ? $"[{reply.ToJsonString()}]" : reply.ToJsonString();
            return HostileServer.WriteAsync(stream, System.Text.Encoding.UTF8.GetBytes(text), "200 OK", string.Empty, token);
        });
        using var client = new JsonRpcClient(server.Url);
        await test(new JsonRpcNode(client));
    }
}
