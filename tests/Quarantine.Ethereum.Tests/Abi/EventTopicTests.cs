using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.Tests.Abi;

public sealed class EventTopicTests
{
    [Fact]
    public void Of_Transfer_IsErc20sTopic() =>
        Assert.Equal("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", EventTopic.Of("Transfer(address,address,uint256)").ToString());

    [Fact]
    public void OfIndexed_TextAndItsBytes_HaveTheSameTopic() => Assert.Equal(EventTopic.OfIndexed("abc"), EventTopic.OfIndexed("abc"u8));
}
