using Quarantine.Ethereum.JsonRpc;

namespace Quarantine.Ethereum.Tests.JsonRpc;

public sealed class RevertErrorTests
{
    [Theory]
    [InlineData(3, "execution reverted: not today")]
    [InlineData(-32000, "execution reverted")]
    [InlineData(-32000, "Execution reverted")]
    [InlineData(-32015, "VM execution error: reverted")]
    [InlineData(3, "")]
    public void Of_Reverts_AreRecognised(long code, string message)
    {
        Assert.Equal([1, 2], RevertError.Of(new JsonRpcError(code, message, new byte[] { 1, 2 }))!.Bytes.ToArray());
        Assert.Equal("no reason given", RevertError.Of(new JsonRpcError(code, message, null))!.ToString());
    }

    [Theory]
    [InlineData(-32000, "out of gas")]
    [InlineData(-32000, "header not found")]
    [InlineData(-32603, "internal error")]
    public void Of_OtherErrors_AreNone(long code, string message) => Assert.Null(RevertError.Of(new JsonRpcError(code, message, null)));
}
