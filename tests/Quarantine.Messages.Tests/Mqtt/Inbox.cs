using System.Threading.Channels;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Messages.Tests.Mqtt;

/// <summary>Keeps what arrives until a test asks for it.</summary>
internal sealed class Inbox
{
    private readonly Channel<MqttMessage> _messages = Channel.CreateUnbounded<MqttMessage>();

    internal void Add(MqttMessage message) => Assert.True(_messages.Writer.TryWrite(message));

    internal Task<MqttMessage> NextAsync() => _messages.Reader.ReadAsync().AsTask().WaitAsync(LinkUnderTest.Patience);

    internal bool IsEmpty => _messages.Reader.Count == 0;
}
