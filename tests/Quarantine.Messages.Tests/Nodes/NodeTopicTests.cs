using FsCheck;
using FsCheck.Fluent;
using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class NodeTopicTests
{
    [Fact]
    public void TryParse_WhatToStringWrote_ComesBackEqual()
    {
        foreach (var channel in new[] { NodeTopic.Event, NodeTopic.State, NodeTopic.Availability, NodeTopic.Health, NodeTopic.Command })
        {
            var topic = new NodeTopic("house-1", "door-2", channel);
            Assert.True(NodeTopic.TryParse(topic.ToString(), out var read));
            Assert.Equal(topic, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("quarantine/v1/h/n")]
    [InlineData("quarantine/v1/h/n/event/x")]
    [InlineData("quarantine/v1/h/n/events")]
    [InlineData("quarantine/v1/h/n/Event")]
    [InlineData("quarantine/v2/h/n/event")]
    [InlineData("Quarantine/v1/h/n/event")]
    [InlineData("quarantine/v1//n/event")]
    [InlineData("quarantine/v1/h/../event")]
    [InlineData("quarantine/v1/h/n|m/event")]
    [InlineData("quarantine/v1/h/ñ/event")]
    [InlineData("quarantine/v1/h/123456789012345678901234567890123/event")]
    public void TryParse_ForeignTopic_IsFalse(string topic) => Assert.False(NodeTopic.TryParse(topic, out _));

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Prop.ForAll<NonNull<string>>(text => !NodeTopic.TryParse("quarantine/v1/" + text.Get, out var read) || read.ToString() == "quarantine/v1/" + text.Get)
            .QuickCheckThrowOnFailure();
}
