using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class NodeFaultTextTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "storage damaged")]
    [InlineData(33, "storage damaged, no time")]
    [InlineData(127, "storage damaged, boot counter lost, broker refused, command refused, no network, no time, overrun")]
    [InlineData(1 << 30, "fault 1073741824")]
    public void Of_Bits_NamesEach(int faults, string text) => Assert.Equal(text, NodeFaultText.Of((NodeFaults)faults));
}
