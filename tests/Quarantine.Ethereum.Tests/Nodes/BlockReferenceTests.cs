using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Nodes;

public sealed class BlockReferenceTests
{
    [Fact]
    public void Default_IsLatest()
    {
        Assert.Equal(BlockReference.Latest, default);
        Assert.Equal("latest", default(BlockReference).ToString());
    }

    [Fact]
    public void At_NumberOrHash_HasNoTag()
    {
        Assert.Null(BlockReference.At(0).Tag);
        Assert.Null(BlockReference.At(Bytes32.Zero).Tag);
        Assert.Equal("7", BlockReference.At(7).ToString());
        Assert.NotEqual(BlockReference.At(0), BlockReference.Earliest);
    }
}
