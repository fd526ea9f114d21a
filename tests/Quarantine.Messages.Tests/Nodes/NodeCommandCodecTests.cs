using System.Text;
using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class NodeCommandCodecTests
{
    private static readonly NodeMessageVectors Vectors = NodeMessageVectors.Read();

    [Fact]
    public void Acknowledge_Vectors_GivesTheirBytes()
    {
        using var key = Vectors.NodeKey();
        Assert.NotEmpty(Vectors.Acknowledgements);
        Assert.All(Vectors.Acknowledgements, vector =>
            Assert.Equal(vector.Message, Encoding.UTF8.GetString(NodeCommandCodec.Acknowledge(key, Vectors.House, Vectors.Node, vector.Boot, vector.Seq))));
    }

    [Fact]
    public void SetLed_Vectors_GivesTheirBytes()
    {
        using var key = Vectors.NodeKey();
        Assert.NotEmpty(Vectors.Leds);
        Assert.All(Vectors.Leds, vector => Assert.Equal(
            vector.Message,
            Encoding.UTF8.GetString(NodeCommandCodec.SetLed(key, Vectors.House, Vectors.Node, Enum.Parse<LedState>(vector.Value, ignoreCase: true), vector.Id))));
    }
}
