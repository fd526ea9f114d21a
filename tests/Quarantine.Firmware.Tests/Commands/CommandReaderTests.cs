using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Core;
using Quarantine.Messages.Nodes;

namespace Quarantine.Firmware.Tests.Commands;

public sealed class CommandReaderTests : IDisposable
{
    private readonly NodeKey _key = NodeKey.Generate();
    private readonly CommandReader _reader;

    public CommandReaderTests() =>
        _reader = new CommandReader(new MessageAuthenticator("h", "n", Convert.FromHexString(_key.Export()), new SystemHmac()));

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Read_AnyBitFlipped_IsNull()
    {
        foreach (var message in new[] { NodeCommandCodec.Acknowledge(_key, "h", "n", 7, 12), NodeCommandCodec.SetLed(_key, "h", "n", Quarantine.Messages.Nodes.LedState.Sent, 9) })
        {
            Assert.NotNull(_reader.Read(message));
            for (var bit = 0; bit < message.Length * 8; bit++)
            {
                message[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.True(_reader.Read(message) is null, Encoding.Latin1.GetString(message));
                message[bit / 8] ^= (byte)(1 << (bit % 8));
            }
        }
    }

    [Fact]
    public void Read_AnyBytes_IsNullAndNeverThrows() =>
        Prop.ForAll<byte[]>(bytes => _reader.Read(bytes) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_Splice_IsNullAndNeverThrows()
    {
        var message = Encoding.UTF8.GetString(NodeCommandCodec.Acknowledge(_key, "h", "n", 7, 12));
        var splices =
            from start in Gen.Choose(0, message.Length - 1)
            from length in Gen.Choose(1, message.Length - start)
            from inserted in Gen.Elements("", "\"", "{", "}", ",", ":", "0", "-1", "1e3", "null", "\\", "\\u0000", "[]")
            select string.Concat(message.AsSpan(0, start), inserted, message.AsSpan(start + length));
        Prop.ForAll(splices.ToArbitrary(), text => text == message || _reader.Read(Encoding.UTF8.GetBytes(text)) is null).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_CommandForAnotherNodeHouseOrKey_IsNull()
    {
        using var other = NodeKey.Generate();
        Assert.Null(_reader.Read(NodeCommandCodec.Acknowledge(_key, "h", "m", 7, 12)));
        Assert.Null(_reader.Read(NodeCommandCodec.Acknowledge(_key, "g", "n", 7, 12)));
        Assert.Null(_reader.Read(NodeCommandCodec.Acknowledge(other, "h", "n", 7, 12)));
    }

    [Theory]
    [InlineData("{\"extra\":1,")]
    [InlineData("{\"v\":1,")]
    public void Read_FurtherOrDoubleField_IsNull(string start)
    {
        foreach (var message in new[] { NodeCommandCodec.Acknowledge(_key, "h", "n", 7, 12), NodeCommandCodec.SetLed(_key, "h", "n", Quarantine.Messages.Nodes.LedState.Sent, 9) })
        {
            Assert.Null(_reader.Read(Encoding.UTF8.GetBytes(start + Encoding.UTF8.GetString(message)[1..])));
        }
    }

    [Fact]
    public void Read_Oversized_IsNull() =>
        Assert.Null(_reader.Read([.. NodeCommandCodec.Acknowledge(_key, "h", "n", 7, 12), .. Enumerable.Repeat((byte)' ', 512)]));

    [Fact]
    public void Read_TheNodesOwnEvent_IsNull() =>
        Assert.Null(_reader.Read(SensorEventCodec.Encode(new SensorEvent("n", 1, 1, 1, 1, SensorKind.Door, 1), _key, "h")));
}
