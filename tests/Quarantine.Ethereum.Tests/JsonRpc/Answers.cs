using System.Text;
using Quarantine.Ethereum.JsonRpc;

namespace Quarantine.Ethereum.Tests.JsonRpc;

/// <summary>Results as nodes write them, and the way from bytes to a result without a network.</summary>
internal static class Answers
{
    internal const string Hash = "0x1111111111111111111111111111111111111111111111111111111111111111";
    internal const string Account = "0x00000000000000000000000000000000000000aa";

    internal const string Log = $$"""
        {"address":"{{Account}}","topics":["{{Hash}}"],"data":"0x0102","blockNumber":"0x10","blockHash":"{{Hash}}","blockTimestamp":"0x1",
        "transactionHash":"{{Hash}}","transactionIndex":"0x2","logIndex":"0x3","removed":false}
        """;

    internal const string Receipt = $$"""
        {"transactionHash":"{{Hash}}","transactionIndex":"0x2","blockHash":"{{Hash}}","blockNumber":"0x10","from":"{{Account}}","to":null,
        "contractAddress":"{{Account}}","status":"0x1","gasUsed":"0x5208","effectiveGasPrice":"0x77359400","logs":[{{Log}}],"logsBloom":"0x00"}
        """;

    internal const string Block = $$"""
        {"number":"0x10","hash":"{{Hash}}","parentHash":"{{Hash}}","timestamp":"0x6553f100","gasLimit":"0x1c9c380","gasUsed":"0x0",
        "baseFeePerGas":"0x7","transactions":["{{Hash}}"],"withdrawals":[{"index":"0x0"}]}
        """;

    internal const string Transaction = $$"""
        {"hash":"{{Hash}}","nonce":"0x9","from":"{{Account}}","to":"{{Account}}","value":"0x0","gas":"0x5208","input":"0x","type":"0x2",
        "maxFeePerGas":"0x2","maxPriorityFeePerGas":"0x1","blockNumber":null,"blockHash":null,"accessList":[]}
        """;

    internal const string FeeHistory = """{"oldestBlock":"0x1","baseFeePerGas":["0x7","0x8"],"gasUsedRatio":[0.5],"reward":[["0x1"]]}""";

    internal static byte[] Envelope(string result) => Encoding.UTF8.GetBytes($$"""{"jsonrpc":"2.0","id":1,"result":{{result}}}""");

    internal static async Task<T> ReadAsync<T>(byte[] answer, JsonRpcResultReader<T> read)
    {
        using var response = new JsonRpcResponse(null, answer.Length);
        Assert.True(await response.TryReceiveAsync(new MemoryStream(answer), int.MaxValue, CancellationToken.None));
        return JsonRpcResponseReader.Read(response, "eth_test", 1, read).ResultOrThrow();
    }
}
