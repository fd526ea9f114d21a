using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class NodeKeyTests
{
    [Fact]
    public void TryParse_ExportedKey_AuthenticatesTheSame()
    {
        using var key = NodeKey.Generate();
        Assert.True(NodeKey.TryParse(key.Export(), out var copy));
        using (copy)
        {
            Assert.Equal(key.Authenticate("text"), copy.Authenticate("text"));
            Assert.True(copy.IsAuthentic("text", key.Authenticate("text")));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("zz02030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20")]
    public void TryParse_NotAKey_IsFalse(string? text) => Assert.False(NodeKey.TryParse(text, out _));

    [Fact]
    public void Constructor_WrongLength_NamesTheArgument() => Assert.Throws<ArgumentException>("key", () => new NodeKey(new byte[31]));

    [Fact]
    public void Authenticate_AfterDispose_ThrowsInsteadOfUsingTheErasedKey()
    {
        var key = NodeKey.Generate();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => key.Authenticate("text"));
        Assert.Throws<ObjectDisposedException>(() => key.IsAuthentic("text", "x"));
        Assert.Throws<ObjectDisposedException>(() => key.Export());
    }

    [Fact]
    public void ToString_Key_ShowsNothingOfIt()
    {
        using var key = NodeKey.Generate();
        Assert.DoesNotContain(key.Export()[..8], key.ToString(), StringComparison.Ordinal);
    }
}
