using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Messages.Nodes;

namespace Quarantine.Messages.Tests.Nodes;

public sealed class SensorEventCodecTests
{
    private static readonly NodeMessageVectors Vectors = NodeMessageVectors.Read();

    private static readonly SensorEvent Sample = new("door-1", 7, 12, 93_250, 93_251, SensorKind.Door, 1);

    [Fact]
    public void TryParse_Vectors_GivesTheirFieldsAndEncodeGivesTheirBytes()
    {
        using var key = Vectors.NodeKey();
        Assert.NotEmpty(Vectors.Events);
        foreach (var vector in Vectors.Events)
        {
            Assert.True(SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(vector.Message), key, Vectors.House, Vectors.Node, out var read, out var rejection), vector.Message);
            Assert.Equal(EventRejection.None, rejection);
            Assert.Equal((vector.Boot, vector.Seq, vector.Up, vector.Sent), (read.Boot, read.Sequence, read.UpMilliseconds, read.SentMilliseconds));
            Assert.Equal(vector.Kind, KindName(read.Kind));
            Assert.Equal(vector.Message, Encoding.UTF8.GetString(SensorEventCodec.Encode(read, key, Vectors.House)));
        }
    }

    [Fact]
    public void TryParse_EveryEncodedEvent_ComesBackEqual()
    {
        using var key = NodeKey.Generate();
        var events =
            from boot in Gen.Choose(0, int.MaxValue)
            from seq in Gen.Choose(1, int.MaxValue)
            from up in Gen.Choose(0, int.MaxValue)
            from wait in Gen.Choose(0, int.MaxValue)
            from kind in Gen.Elements(Enum.GetValues<SensorKind>())
            from value in kind == SensorKind.Battery ? Gen.Choose(0, 20_000) : kind == SensorKind.Help ? Gen.Constant(1) : Gen.Choose(0, 1)
            select new SensorEvent("n-1", (uint)boot, (uint)seq, (ulong)up, (ulong)up + (ulong)wait, kind, value);
        Prop.ForAll(events.ToArbitrary(), sent =>
            SensorEventCodec.TryParse(SensorEventCodec.Encode(sent, key, "h"), key, "h", "n-1", out var read, out _) && read == sent)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryParse_AnyBitFlipped_IsRejected()
    {
        using var key = Vectors.NodeKey();
        var message = Encoding.UTF8.GetBytes(Vectors.Events[1].Message);
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(SensorEventCodec.TryParse(message, key, Vectors.House, Vectors.Node, out _, out _), Encoding.Latin1.GetString(message));
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(SensorEventCodec.TryParse(message, key, Vectors.House, Vectors.Node, out _, out _));
    }

    [Fact]
    public void TryParse_AnyBytes_NeverThrowsAndNeverAccepts()
    {
        using var key = Vectors.NodeKey();
        Prop.ForAll<byte[]>(bytes => !SensorEventCodec.TryParse(bytes, key, "house-17", "door-1", out _, out _)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void TryParse_TruncatedOrSplicedMessage_NeverThrowsAndNeverAccepts()
    {
        using var key = Vectors.NodeKey();
        var message = Vectors.Events[1].Message;
        var splices =
            from start in Gen.Choose(0, message.Length - 1)
            from length in Gen.Choose(1, message.Length - start)
            from inserted in Gen.Elements("", "\"", "{", "}", ",", ":", "0", "-1", "1e3", "null", "\\", "\\u0000", "\ud800", "[]")
            select string.Concat(message.AsSpan(0, start), inserted, message.AsSpan(start + length));
        Prop.ForAll(splices.ToArbitrary(), text =>
            text == message || !SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(text), key, Vectors.House, Vectors.Node, out _, out _))
            .QuickCheckThrowOnFailure();
    }

    public static TheoryData<string, SensorEvent> FieldChanges => new()
    {
        { "boot", Sample with { Boot = 8 } },
        { "seq", Sample with { Sequence = 13 } },
        { "up", Sample with { UpMilliseconds = 93_249 } },
        { "sent", Sample with { SentMilliseconds = 93_252 } },
        { "kind", Sample with { Kind = SensorKind.Tamper } },
        { "value", Sample with { Value = 0 } },
    };

    [Theory]
    [MemberData(nameof(FieldChanges))]
    public void TryParse_FieldChangedUnderAnotherEventsMac_IsRejectedForItsMac(string field, SensorEvent changed)
    {
        using var key = NodeKey.Generate();
        var original = Encoding.UTF8.GetString(SensorEventCodec.Encode(Sample, key, "h"));
        var other = Encoding.UTF8.GetString(SensorEventCodec.Encode(changed, key, "h"));
        var forged = other[..other.IndexOf("\"mac\"", StringComparison.Ordinal)] + original[original.IndexOf("\"mac\"", StringComparison.Ordinal)..];

        Assert.False(SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(forged), key, "h", "door-1", out _, out var rejection), field);
        Assert.Equal(EventRejection.Mac, rejection);
    }

    [Fact]
    public void TryParse_OtherKeyHouseOrNode_IsRejected()
    {
        using var key = NodeKey.Generate();
        using var other = NodeKey.Generate();
        var message = SensorEventCodec.Encode(Sample, key, "h");

        Assert.False(SensorEventCodec.TryParse(message, other, "h", "door-1", out _, out var byKey));
        Assert.False(SensorEventCodec.TryParse(message, key, "g", "door-1", out _, out var byHouse));
        Assert.False(SensorEventCodec.TryParse(message, key, "h", "door-2", out _, out var byNode));
        Assert.Equal((EventRejection.Mac, EventRejection.Mac, EventRejection.ForeignNode), (byKey, byHouse, byNode));
    }

    [Theory]
    [InlineData("\"v\":1", "\"v\":2", EventRejection.Version)]
    [InlineData("\"v\":1", "\"v\":\"1\"", EventRejection.Malformed)]
    [InlineData("\"seq\":12", "\"seq\":0", EventRejection.Malformed)]
    [InlineData("\"seq\":12", "\"seq\":-1", EventRejection.Malformed)]
    [InlineData("\"seq\":12", "\"seq\":12.0", EventRejection.Malformed)]
    [InlineData("\"seq\":12", "\"seq\":1.2e1", EventRejection.Malformed)]
    [InlineData("\"seq\":12", "\"seq\":4294967296", EventRejection.Malformed)]
    [InlineData("\"sent\":93251", "\"sent\":93249", EventRejection.Malformed)]
    [InlineData("\"kind\":\"door\"", "\"kind\":\"window\"", EventRejection.Malformed)]
    [InlineData("\"value\":\"open\"", "\"value\":\"on\"", EventRejection.Malformed)]
    [InlineData("\"value\":\"open\"", "\"value\":1", EventRejection.Malformed)]
    [InlineData("\"boot\":7", "\"boot\":7,\"boot\":7", EventRejection.Malformed)]
    [InlineData("\"boot\":7", "\"boot\":7,\"extra\":7", EventRejection.Malformed)]
    [InlineData("\"boot\":7,", "", EventRejection.Malformed)]
    [InlineData("\"node\":\"door-1\"", "\"node\":\"DOOR-1\"", EventRejection.Malformed)]
    [InlineData("{", "[{", EventRejection.Malformed)]
    [InlineData("{", "{ /* */", EventRejection.Malformed)]
    public void TryParse_Mistake_IsRejectedForIt(string part, string replacement, EventRejection expected)
    {
        using var key = NodeKey.Generate();
        var message = Encoding.UTF8.GetString(SensorEventCodec.Encode(Sample, key, "h"));
        Assert.Contains(part, message, StringComparison.Ordinal);

        var changed = message.Replace(part, replacement, StringComparison.Ordinal);

        Assert.False(SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(changed), key, "h", "door-1", out _, out var rejection));
        Assert.Equal(expected, rejection);
    }

    [Fact]
    public void TryParse_FieldsInAnotherOrderWithSpace_IsAccepted()
    {
        using var key = NodeKey.Generate();
        var mac = key.Authenticate("1|h|door-1|7|12|93250|93251|door|open");
        var message = $$"""
            { "mac": "{{mac}}", "value": "open", "kind": "door",
              "sent": 93251, "up": 93250, "seq": 12, "boot": 7, "node": "door-1", "v": 1 }
            """;

        Assert.True(SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(message), key, "h", "door-1", out var read, out _));
        Assert.Equal(Sample, read);
    }

    [Fact]
    public void TryParse_LongerThanAllowed_IsRejected()
    {
        using var key = NodeKey.Generate();
        var message = SensorEventCodec.Encode(Sample, key, "h");

        Assert.True(SensorEventCodec.TryParse(Padded(message, 512), key, "h", "door-1", out _, out _));
        Assert.False(SensorEventCodec.TryParse(Padded(message, 513), key, "h", "door-1", out _, out var rejection));
        Assert.Equal(EventRejection.Malformed, rejection);
    }

    private static byte[] Padded(byte[] message, int length) =>
        [.. message, .. Enumerable.Repeat((byte)' ', length - message.Length)];

    private static string KindName(SensorKind kind) => kind switch
    {
        SensorKind.MotionInside => "motion-inside",
        SensorKind.MotionOutside => "motion-outside",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
