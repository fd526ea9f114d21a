using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Quarantine.Messages.Mqtt;
using Quarantine.TestKit;
using static Quarantine.Messages.Tests.Mqtt.LinkUnderTest;

namespace Quarantine.Messages.Tests.Mqtt;

public sealed class MosquittoLinkTests
{
    [Fact]
    public async Task PublishAsync_QosOne_ArrivesAndCompletes()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var receiver = await ConnectAsync(Options(server));
        await using var sender = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(receiver, "house/+/event");

        await sender.PublishAsync("house/door/event", Bytes("open")).WaitAsync(Patience);

        var message = await inbox.NextAsync();
        Assert.Equal("house/door/event", message.Topic);
        Assert.Equal("open", Text(message));
        Assert.False(message.Retained);
    }

    [Fact]
    public async Task PublishAsync_QosZero_Arrives()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(link, "q0");

        await link.PublishAsync("q0", Bytes("x"), MqttQualityOfService.AtMostOnce).WaitAsync(Patience);

        Assert.Equal("x", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task PublishAsync_Retained_ReachesALaterSubscriberAsRetained()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var sender = await ConnectAsync(Options(server));
        await sender.PublishAsync("state", Bytes("closed"), retain: true).WaitAsync(Patience);

        await using var receiver = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(receiver, "state");

        var message = await inbox.NextAsync();
        Assert.Equal("closed", Text(message));
        Assert.True(message.Retained);
    }

    [Fact]
    public async Task AbortAsync_WithWill_WillArrives()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var receiver = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(receiver, "availability");
        var options = Options(server);
        options.Will = new MqttWill("availability", Bytes("offline"), MqttQualityOfService.AtLeastOnce, Retain: true);
        var link = await ConnectAsync(options);

        await link.AbortAsync();

        Assert.Equal("offline", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task DisposeAsync_WithWill_WillDoesNotArrive()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var receiver = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(receiver, "#");
        var options = Options(server);
        options.Will = new MqttWill("availability", Bytes("offline"), MqttQualityOfService.AtLeastOnce, Retain: true);
        var link = await ConnectAsync(options);

        await link.DisposeAsync();
        await receiver.PublishAsync("after", Bytes("1")).WaitAsync(Patience);

        Assert.Equal("after", (await inbox.NextAsync()).Topic);
    }

    [Fact]
    public async Task Link_BrokerKilledAndRestarted_ReconnectsSubscribesAndSendsWhatWaited()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(link, "t");
        var lost = NextAsync(link, MqttLinkState.Disconnected);
        await server.KillAsync();
        Assert.Equal(MqttLinkError.ConnectionLost, (await lost).Cause!.Error);

        var waiting = link.PublishAsync("t", Bytes("kept"));
        Assert.False(waiting.IsCompleted);
        await server.RestartAsync();

        await waiting.WaitAsync(Patience);
        Assert.Equal("kept", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task ConnectAsync_BrokerDown_ThrowsAndGoesOnTrying()
    {
        await using var server = await MosquittoServer.StartAsync();
        await server.StopAsync();
        await using var link = new MosquittoLink(Options(server));

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.ConnectAsync().WaitAsync(Patience));
        Assert.Equal(MqttLinkError.Unreachable, failure.Error);
        Assert.Contains($"127.0.0.1:{server.Port}", failure.Message, StringComparison.Ordinal);

        var connected = NextAsync(link, MqttLinkState.Connected);
        await server.RestartAsync();
        await connected;
    }

    [Fact]
    public async Task PersistentSession_MessagesWhileAway_ArriveAfterReturn()
    {
        await using var server = await MosquittoServer.StartAsync();
        var first = await ConnectAsync(Options(server, "keeper"));
        await CollectAsync(first, "kept/#");
        await first.DisposeAsync();
        await using var sender = await ConnectAsync(Options(server));
        await sender.PublishAsync("kept/1", Bytes("a")).WaitAsync(Patience);
        await sender.PublishAsync("kept/2", Bytes("b")).WaitAsync(Patience);

        await using var second = new MosquittoLink(Options(server, "keeper"));
        var inbox = new Inbox();
        var subscribed = second.SubscribeAsync("kept/#", inbox.Add);
        await second.ConnectAsync().WaitAsync(Patience);
        await subscribed.WaitAsync(Patience);

        Assert.Equal("kept/1", (await inbox.NextAsync()).Topic);
        Assert.Equal("kept/2", (await inbox.NextAsync()).Topic);
    }

    [Fact]
    public async Task CleanSession_MessagesWhileAway_AreGone()
    {
        await using var server = await MosquittoServer.StartAsync();
        var options = Options(server, "forgetful");
        options.CleanSession = true;
        var first = await ConnectAsync(options);
        await CollectAsync(first, "kept/#");
        await first.DisposeAsync();
        await using var sender = await ConnectAsync(Options(server));
        await sender.PublishAsync("kept/1", Bytes("a")).WaitAsync(Patience);

        await using var second = await ConnectAsync(options);
        var inbox = await CollectAsync(second, "#");
        await sender.PublishAsync("later", Bytes("b")).WaitAsync(Patience);

        Assert.Equal("later", (await inbox.NextAsync()).Topic);
    }

    [Fact]
    public async Task ConnectAsync_WrongPassword_ThrowsNotAuthorizedWithoutTheSecret()
    {
        await using var server = await MosquittoServer.StartAsync(WithUser());
        var options = Options(server);
        (options.UserName, options.Password) = ("node", "wrong-secret-word");
        await using var link = new MosquittoLink(options);

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.ConnectAsync().WaitAsync(Patience));

        Assert.Equal(MqttLinkError.NotAuthorized, failure.Error);
        Assert.DoesNotContain("wrong-secret-word", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_RightPassword_Connects()
    {
        await using var server = await MosquittoServer.StartAsync(WithUser());
        var options = Options(server);
        (options.UserName, options.Password) = ("node", "right");

        await using var link = await ConnectAsync(options);

        Assert.Equal(MqttLinkState.Connected, link.State);
    }

    [Fact]
    public async Task SubscribeAsync_BrokerRefuses_ThrowsSubscriptionRefused()
    {
        await using var broker = new ScriptedBroker(packet => packet[0] == 0x82 ? [0x90, 3, packet[2], packet[3], 0x80] : []);
        await using var link = await ConnectAsync(new MqttLinkOptions { Host = "127.0.0.1", Port = broker.Port, ClientId = "refused" });

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.SubscribeAsync("theirs/#", _ => { }).WaitAsync(Patience));

        Assert.Equal(MqttLinkError.SubscriptionRefused, failure.Error);
        Assert.Contains("theirs/#", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_BrokerSendsRandomBytes_LosesTheConnectionAndLives()
    {
        await using var broker = new ScriptedBroker(_ => RandomPackets());
        var options = new MqttLinkOptions { Host = "127.0.0.1", Port = broker.Port, ClientId = "patient", ReconnectDelay = TimeSpan.FromMilliseconds(10) };
        await using var link = await ConnectAsync(options);
        var losses = 0;
        var enough = new TaskCompletionSource();
        link.StateChanged += (_, change) =>
        {
            if (change.State == MqttLinkState.Disconnected && ++losses == 10)
            {
                enough.TrySetResult();
            }
        };

        var waiting = link.PublishAsync("t", Bytes("x"));

        await enough.Task.WaitAsync(Patience);
        await link.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience));
    }

    [Fact]
    public async Task Link_TopicThatIsNotUtf8_IsNeverDelivered()
    {
        byte[] publish = [0x30, 5, 0, 2, 0xC0, 0x80, (byte)'x', 0x30, 4, 0, 1, (byte)'t', (byte)'y'];
        await using var broker = new ScriptedBroker(subscribe => subscribe[0] == 0x82 ? [0x90, 3, subscribe[2], subscribe[3], 1, .. publish] : []);
        await using var link = await ConnectAsync(new MqttLinkOptions { Host = "127.0.0.1", Port = broker.Port, ClientId = "strict" });
        var inbox = new Inbox();
        var ended = NextAsync(link, MqttLinkState.Disconnected);
        await link.SubscribeAsync("#", inbox.Add).WaitAsync(Patience);

        var first = await Task.WhenAny(inbox.NextAsync(), ended);

        Assert.True(first == ended || Text(await (Task<MqttMessage>)first) == "y");
    }

    [Fact]
    public async Task ConnectAsync_Tls_Connects()
    {
        await using var server = await MosquittoServer.StartAsync(new MosquittoServerOptions { Tls = true });
        await using var link = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(link, "t");

        await link.PublishAsync("t", Bytes("over TLS")).WaitAsync(Patience);

        Assert.Equal("over TLS", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task ConnectAsync_ForeignAuthority_ThrowsTlsAndNamesTheSetting()
    {
        await using var server = await MosquittoServer.StartAsync(new MosquittoServerOptions { Tls = true });
        using var foreign = new TestCertificates(Path.Combine(server.Folder, "foreign"));
        var options = Options(server);
        options.CaFile = foreign.CaFile;
        options.ConnectTimeout = TimeSpan.FromSeconds(5);
        await using var link = new MosquittoLink(options);

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.ConnectAsync().WaitAsync(Patience));

        Assert.True(failure.Error is MqttLinkError.Tls or MqttLinkError.ConnectTimeout, failure.Message);
        Assert.Contains("CaFile", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_CertificateForAnotherName_Throws()
    {
        await using var server = await MosquittoServer.StartAsync(new MosquittoServerOptions { Tls = true });
        var options = Options(server);
        options.Host = "127.0.0.2";
        await using var relay = new PortForward(IPAddress.Parse("127.0.0.2"), server.Port);
        options.Port = relay.Port;
        await using var link = new MosquittoLink(options);

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.ConnectAsync().WaitAsync(Patience));

        Assert.Equal(MqttLinkError.Tls, failure.Error);
    }

    [Fact]
    public async Task ConnectAsync_ClientCertificate_ConnectsOnlyWithIt()
    {
        await using var server = await MosquittoServer.StartAsync(new MosquittoServerOptions { Tls = true, RequireClientCertificate = true });
        await using var without = new MosquittoLink(Options(server));
        await Assert.ThrowsAsync<MqttLinkException>(() => without.ConnectAsync().WaitAsync(Patience));

        var options = Options(server);
        (options.CertificateFile, options.KeyFile) = server.Certificates!.Issue("door-1");
        await using var with = await ConnectAsync(options);

        Assert.Equal(MqttLinkState.Connected, with.State);
    }

    [Fact]
    public async Task ConnectAsync_SilentServer_TimesOut()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = new MqttLinkOptions
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)silent.LocalEndpoint).Port,
            ClientId = "patient",
            ConnectTimeout = TimeSpan.FromMilliseconds(300),
        };
        await using var link = new MosquittoLink(options);

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.ConnectAsync().WaitAsync(Patience));

        Assert.Equal(MqttLinkError.ConnectTimeout, failure.Error);
        Assert.Contains("0.3 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishAsync_LargePayload_ArrivesWhole()
    {
        await using var server = await MosquittoServer.StartAsync(new MosquittoServerOptions { Tls = true });
        await using var link = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(link, "large");
        var payload = RandomNumberGenerator.GetBytes(1 << 20);

        await link.PublishAsync("large", payload).WaitAsync(Patience);

        Assert.Equal(payload, (await inbox.NextAsync()).Payload.ToArray());
        await Assert.ThrowsAsync<ArgumentException>("payload", () => link.PublishAsync("large", new byte[(1 << 20) + 1]));
    }

    [Fact]
    public async Task Link_MessageLargerThanAccepted_IsDroppedAndReported()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var sender = await ConnectAsync(Options(server));
        var options = Options(server);
        options.MaximumPayload = 100;
        await using var receiver = await ConnectAsync(options);
        var fault = new TaskCompletionSource<MqttLinkException>();
        receiver.Faulted += (_, e) => fault.TrySetResult(e.Fault);
        var inbox = await CollectAsync(receiver, "t");

        await sender.PublishAsync("t", new byte[101]).WaitAsync(Patience);
        await sender.PublishAsync("t", new byte[100]).WaitAsync(Patience);

        Assert.Equal(100, (await inbox.NextAsync()).Payload.Length);
        Assert.Equal(MqttLinkError.MessageDropped, (await fault.Task.WaitAsync(Patience)).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/+/b")]
    [InlineData("a/#")]
    [InlineData("nul\0")]
    [InlineData("line\nbreak")]
    public async Task PublishAsync_HostileTopic_IsRefusedAndTheLinkLives(string topic)
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(link, "fine");

        await Assert.ThrowsAsync<ArgumentException>(nameof(topic), () => link.PublishAsync(topic, Bytes("x")));
        await link.PublishAsync("fine", Bytes("y")).WaitAsync(Patience);

        Assert.Equal("y", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task PublishAsync_TopicWithHalfASurrogatePair_IsRefused()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = await ConnectAsync(Options(server));

        await Assert.ThrowsAsync<ArgumentException>("topic", () => link.PublishAsync("half \ud800 pair", Bytes("x")));
    }

    [Fact]
    public async Task PublishAsync_StrangeButLegalTopics_ArriveUnchanged()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = await ConnectAsync(Options(server));
        var inbox = await CollectAsync(link, "#");
        string[] topics = ["/", "//", " ", "a/ /b", "x$y", "Größe/温度/🚪", "'; DROP TABLE events; --", "../../etc/passwd", new string('a', 10_000), new string('/', MqttTopic.MaximumSlashes)];
        foreach (var topic in topics)
        {
            await link.PublishAsync(topic, Bytes("x")).WaitAsync(Patience);
            Assert.Equal(topic, (await inbox.NextAsync()).Topic);
        }
    }

    [Fact]
    public async Task Link_FiveThousandMessages_NoneIsLost()
    {
        const int count = 5000;
        await using var server = await MosquittoServer.StartAsync();
        await using var receiver = await ConnectAsync(Options(server));
        var seen = new HashSet<int>();
        var all = new TaskCompletionSource();
        await receiver.SubscribeAsync("n", message =>
        {
            seen.Add(BitConverter.ToInt32(message.Payload.Span));
            if (seen.Count == count)
            {
                all.TrySetResult();
            }
        }).WaitAsync(Patience);
        await using var sender = await ConnectAsync(Options(server));

        var sent = Enumerable.Range(0, count).Select(i => sender.PublishAsync("n", BitConverter.GetBytes(i))).ToList();

        await Task.WhenAll(sent).WaitAsync(Patience);
        await all.Task.WaitAsync(Patience);
        Assert.Equal(count, seen.Count);
    }

    [Fact]
    public async Task PublishAsync_QueueFull_ThrowsQueueFull()
    {
        await using var server = await MosquittoServer.StartAsync();
        await server.StopAsync();
        var options = Options(server);
        options.MaximumPending = 3;
        var link = new MosquittoLink(options);
        var waiting = Enumerable.Range(0, 3).Select(i => link.PublishAsync("t", Bytes("x"))).ToList();

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.PublishAsync("t", Bytes("x")));
        Assert.Equal(MqttLinkError.QueueFull, failure.Error);

        await link.DisposeAsync();
        foreach (var task in waiting)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => task.WaitAsync(Patience));
        }
    }

    [Fact]
    public async Task PublishAsync_QosZeroWithoutConnection_ThrowsNotConnected()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = new MosquittoLink(Options(server));

        var failure = await Assert.ThrowsAsync<MqttLinkException>(() => link.PublishAsync("t", Bytes("x"), MqttQualityOfService.AtMostOnce));

        Assert.Equal(MqttLinkError.NotConnected, failure.Error);
    }

    [Fact]
    public async Task PublishAsync_CancelledWhileWaiting_FreesItsPlace()
    {
        await using var server = await MosquittoServer.StartAsync();
        await server.StopAsync();
        await using var link = new MosquittoLink(Options(server));
        using var cancellation = new CancellationTokenSource();
        var waiting = link.PublishAsync("t", Bytes("never"), cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));

        await server.RestartAsync();
        await link.ConnectAsync().WaitAsync(Patience);
        var inbox = await CollectAsync(link, "t");
        await link.PublishAsync("t", Bytes("second")).WaitAsync(Patience);

        Assert.Equal("second", Text(await inbox.NextAsync()));
    }

    [Fact]
    public async Task Link_HandlerThrows_FaultIsReportedAndTheNextMessageArrives()
    {
        await using var server = await MosquittoServer.StartAsync();
        await using var link = await ConnectAsync(Options(server));
        var fault = new TaskCompletionSource<MqttLinkException>();
        link.Faulted += (_, e) => fault.TrySetResult(e.Fault);
        var inbox = new Inbox();
        await link.SubscribeAsync("t", message =>
        {
            if (Text(message) == "bad")
            {
                throw new InvalidOperationException("the handler's own");
            }

            inbox.Add(message);
        }).WaitAsync(Patience);

        await link.PublishAsync("t", Bytes("bad")).WaitAsync(Patience);
        await link.PublishAsync("t", Bytes("good")).WaitAsync(Patience);

        Assert.Equal("good", Text(await inbox.NextAsync()));
        var reported = await fault.Task.WaitAsync(Patience);
        Assert.Equal(MqttLinkError.HandlerFailed, reported.Error);
        Assert.IsType<InvalidOperationException>(reported.InnerException);
    }

    [Fact]
    public async Task DisposeAsync_TwiceAndThenUse_IsQuietThenThrows()
    {
        await using var server = await MosquittoServer.StartAsync();
        var link = await ConnectAsync(Options(server));
        await link.DisposeAsync();
        await link.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => link.ConnectAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => link.PublishAsync("t", Bytes("x")));
        Assert.Equal(MqttLinkState.Disconnected, link.State);
    }

    private static MosquittoServerOptions WithUser() => new()
    {
        Users = new Dictionary<string, string>(StringComparer.Ordinal) { ["node"] = "right" },
    };

    /// <summary>Well-framed packets of random kind and content, and then a length that the protocol does not have.</summary>
    private static byte[] RandomPackets()
    {
        var bytes = new List<byte>();
        for (var i = 0; i < 20; i++)
        {
            var content = RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(20));
            bytes.AddRange([RandomNumberGenerator.GetBytes(1)[0], (byte)content.Length, .. content]);
        }

        return [.. bytes, 0x30, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(MqttMessage message) => Encoding.UTF8.GetString(message.Payload.Span);
}
