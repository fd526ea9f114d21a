using Quarantine.Messages.Mqtt;

namespace Quarantine.Messages.Tests.Mqtt;

public sealed class MqttTopicTests
{
    [Theory]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "a/c", false)]
    [InlineData("a/+", "a/b", true)]
    [InlineData("a/+", "a", false)]
    [InlineData("a/+", "a/", true)]
    [InlineData("a/+", "a/b/c", false)]
    [InlineData("a/#", "a", true)]
    [InlineData("a/#", "a/b/c", true)]
    [InlineData("a/#", "ab", false)]
    [InlineData("#", "a/b", true)]
    [InlineData("#", "$SYS/a", false)]
    [InlineData("+/a", "$SYS/a", false)]
    [InlineData("$SYS/#", "$SYS/a", true)]
    [InlineData("+/+", "/a", true)]
    [InlineData("/+", "/a", true)]
    [InlineData("+", "/a", false)]
    public void Matches_FilterAndTopic_FollowsSection47(string filter, string topic, bool expected) =>
        Assert.Equal(expected, MqttTopic.Matches(filter, topic));

    [Theory]
    [InlineData("a", true)]
    [InlineData("+", true)]
    [InlineData("#", true)]
    [InlineData("a/+/b/#", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a+", false)]
    [InlineData("a/#/b", false)]
    [InlineData("a#", false)]
    [InlineData("a\0", false)]
    public void IsFilter_Text_FollowsSection471(string? filter, bool expected) =>
        Assert.Equal(expected, MqttTopic.IsFilter(filter));

    [Fact]
    public void IsName_LongerThanAllowed_IsFalse()
    {
        Assert.True(MqttTopic.IsName(new string('a', MqttTopic.MaximumLength)));
        Assert.False(MqttTopic.IsName(new string('a', MqttTopic.MaximumLength + 1)));
        Assert.False(MqttTopic.IsName(new string('ä', (MqttTopic.MaximumLength / 2) + 1)));
        Assert.False(MqttTopic.IsName(new string('/', MqttTopic.MaximumSlashes + 1)));
    }
}
