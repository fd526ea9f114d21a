using System.Text;
using System.Text.Json;
using Quarantine.Firmware.Core;
using Quarantine.TestKit;

namespace Quarantine.Firmware.Tests.Messages;

/// <summary>The core against the fixed messages that it shares with the gateway: tests/vectors/node-messages.json.</summary>
public sealed class NodeMessageVectorTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "vectors", "node-messages.json"))).RootElement;

    private static readonly MessageAuthenticator Authenticator = new(Text(Vectors, "house"), Text(Vectors, "node"), Convert.FromHexString(Text(Vectors, "key")), new SystemHmac());

    [Fact]
    public void EventMessageBuild_Vectors_GivesTheirBytes()
    {
        Assert.NotEqual(0, Vectors.GetProperty("events").GetArrayLength());
        foreach (var vector in Vectors.GetProperty("events").EnumerateArray())
        {
            var kind = Enum.GetValues<EventKind>().Single(k => EventKindName.Of(k) == Text(vector, "kind"));
            var queued = new QueuedEvent(vector.GetProperty("seq").GetInt32(), kind, Text(vector, "value"), vector.GetProperty("up").GetInt64());
            var message = EventMessage.Build(Text(Vectors, "node"), vector.GetProperty("boot").GetInt32(), queued, vector.GetProperty("sent").GetInt64(), Authenticator);
            Assert.Equal(Text(vector, "message"), Encoding.UTF8.GetString(message));
        }
    }

    [Fact]
    public void HealthMessageBuild_EmptyQueueVector_GivesItsBytes()
    {
        var vector = Vectors.GetProperty("health").EnumerateArray().Single(v => v.GetProperty("queued").GetInt32() == 0);
        var message = HealthMessage.Build(
            Text(Vectors, "node"), vector.GetProperty("boot").GetInt32(), vector.GetProperty("up").GetInt64(), new EventQueue(), vector.GetProperty("battery").GetInt32(), vector.GetProperty("faults").GetInt32(), Authenticator);
        Assert.Equal(Text(vector, "message"), Encoding.UTF8.GetString(message));
    }

    [Fact]
    public void HealthMessageBuild_FullQueueVector_GivesItsBytes()
    {
        var vector = Vectors.GetProperty("health").EnumerateArray().Single(v => v.GetProperty("queued").GetInt32() == EventQueue.Capacity);
        var queue = new EventQueue();
        for (var i = 0; i < EventQueue.Capacity + vector.GetProperty("dropped").GetInt32(); i++)
        {
            queue.Add(EventKind.Door, "open", 0);
        }

        var message = HealthMessage.Build(
            Text(Vectors, "node"), vector.GetProperty("boot").GetInt32(), vector.GetProperty("up").GetInt64(), queue, vector.GetProperty("battery").GetInt32(), vector.GetProperty("faults").GetInt32(), Authenticator);
        Assert.Equal(Text(vector, "message"), Encoding.UTF8.GetString(message));
    }

    [Fact]
    public void CommandReaderRead_Vectors_GivesTheirFields()
    {
        var reader = new CommandReader(Authenticator);
        foreach (var vector in Vectors.GetProperty("acknowledgements").EnumerateArray())
        {
            var read = reader.Read(Encoding.UTF8.GetBytes(Text(vector, "message")));
            Assert.Equal((true, vector.GetProperty("boot").GetInt32(), vector.GetProperty("seq").GetInt32()), (read.IsAcknowledgement, read.Boot, read.Seq));
        }

        foreach (var vector in Vectors.GetProperty("leds").EnumerateArray())
        {
            var read = reader.Read(Encoding.UTF8.GetBytes(Text(vector, "message")));
            Assert.Equal((false, Text(vector, "value"), vector.GetProperty("id").GetInt64()), (read.IsAcknowledgement, read.Led.ToString().ToLowerInvariant(), read.Id));
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
