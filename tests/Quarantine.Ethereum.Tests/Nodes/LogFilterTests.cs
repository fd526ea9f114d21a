using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Nodes;

public sealed class LogFilterTests
{
    [Fact]
    public void Topics_MoreThanFour_Throws() => Assert.Throws<ArgumentException>(() => new LogFilter { Topics = [[], [], [], [], []] });

    [Fact]
    public void From_ByHash_Throws()
    {
        Assert.Throws<ArgumentException>(() => new LogFilter { From = BlockReference.At(Bytes32.Zero) });
        Assert.Throws<ArgumentException>(() => new LogFilter { To = BlockReference.At(Bytes32.Zero) });
    }
}
