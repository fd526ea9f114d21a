using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class NodeHealthCodecTests
{
    private static readonly NodeMessageVectors Vectors = NodeMessageVectors.Read();

    [Fact]
    public void TryParse_Vectors_GivesTheirFieldsAndEncodeGivesTheirBytes()
    {
        using var key = Vectors.NodeKey();
        Assert.NotEmpty(Vectors.Health);
        foreach (var vector in Vectors.Health)
        {
            Assert.True(NodeHealthCodec.TryParse(Encoding.UTF8.GetBytes(vector.Message), key, Vectors.House, Vectors.Node, out var read, out _));
            Assert.Equal(new NodeHealth(Vectors.Node, vector.Boot, vector.Up, vector.Queued, vector.Dropped, vector.Battery, (NodeFaults)vector.Faults), read);
            Assert.Equal(vector.Message, Encoding.UTF8.GetString(NodeHealthCodec.Encode(read, key, Vectors.House)));
        }
    }

    [Fact]
    public void TryParse_AnyBitFlipped_IsRejected()
    {
        using var key = Vectors.NodeKey();
        var message = Encoding.UTF8.GetBytes(Vectors.Health[1].Message);
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(NodeHealthCodec.TryParse(message, key, Vectors.House, Vectors.Node, out _, out _), Encoding.Latin1.GetString(message));
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void TryParse_AnyBytes_NeverThrowsAndNeverAccepts()
    {
        using var key = Vectors.NodeKey();
        Prop.ForAll<byte[]>(bytes => !NodeHealthCodec.TryParse(bytes, key, "house-17", "door-1", out _, out _)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryParse_AnEventOfTheNode_IsNoHealth()
    {
        using var key = Vectors.NodeKey();
        Assert.All(Vectors.Events, vector =>
            Assert.False(NodeHealthCodec.TryParse(Encoding.UTF8.GetBytes(vector.Message), key, Vectors.House, Vectors.Node, out _, out _)));
    }
}
