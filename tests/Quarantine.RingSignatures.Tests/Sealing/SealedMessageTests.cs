using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Sealing;
using Quarantine.RingSignatures.Tests.Attacks;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Sealing;

public sealed class SealedMessageTests : IDisposable
{
    private static readonly byte[] Plaintext = [.. Enumerable.Range(0, 40).Select(i => (byte)i)];

    private readonly SealingKeyPair[] _pairs = [.. Enumerable.Range(0, 3).Select(i => SealingKeyPair.Generate(new SeededRandom($"sealing {i}")))];
    private readonly MessageSealer _sealer = new();

    private SealingPublicKey[] Keys => [.. _pairs.Select(pair => pair.PublicKey)];

    public void Dispose() => Array.ForEach(_pairs, pair => pair.Dispose());

    [Fact]
    public void TryOpen_AnyBitFlipped_FalseForEveryRecipient()
    {
        var message = _sealer.Seal(Plaintext, Keys.AsSpan(0, 2), "data"u8);
        for (var bit = 0; bit < message.Length * 8; bit++)
        {
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(MessageOpener.TryOpen(message, _pairs[0], "data"u8, out var first), $"Bit {bit} is not protected.");
            Assert.False(MessageOpener.TryOpen(message, _pairs[1], "data"u8, out _), $"Bit {bit} is not protected.");
            Assert.Null(first);
            message[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(MessageOpener.TryOpen(message, _pairs[0], "data"u8, out _));
    }

    [Fact]
    public void TryOpen_OtherAssociatedData_False()
    {
        var message = _sealer.Seal(Plaintext, Keys, "data"u8);
        foreach (var other in new[] { string.Empty, "dat", "datb", "data ", "DATA" })
        {
            Assert.False(MessageOpener.TryOpen(message, _pairs[0], System.Text.Encoding.ASCII.GetBytes(other), out _));
        }
    }

    [Fact]
    public void TryOpen_AnyBitOfTheAssociatedDataFlipped_False()
    {
        var data = "associated data"u8.ToArray();
        var message = _sealer.Seal(Plaintext, Keys, data);
        for (var bit = 0; bit < data.Length * 8; bit++)
        {
            data[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(MessageOpener.TryOpen(message, _pairs[0], data, out _));
            data[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(MessageOpener.TryOpen(message, _pairs[0], data, out _));
    }

    /// <summary>Header and associated data are authenticated one after the other: the border between them must not move.</summary>
    [Fact]
    public void TryOpen_WrapMovedIntoTheAssociatedData_False()
    {
        const int Header = 67, Wrap = 32;
        var message = _sealer.Seal(Plaintext, Keys.AsSpan(0, 2), "data"u8);
        byte[] shorter = [message[0], 1, .. message[2..(Header + Wrap)], .. message[(Header + (2 * Wrap))..]];
        byte[] moved = [.. message[(Header + Wrap)..(Header + (2 * Wrap))], .. "data"u8];

        Assert.True(MessageOpener.TryOpen(message, _pairs[0], "data"u8, out _));
        Assert.False(MessageOpener.TryOpen(shorter, _pairs[0], moved, out _));
    }

    [Fact]
    public void TryOpen_AssociatedDataMovedIntoTheWraps_False()
    {
        const int Header = 67, Wrap = 32;
        byte[] data = [.. Enumerable.Range(1, Wrap).Select(i => (byte)i)];
        var message = _sealer.Seal(Plaintext, Keys.AsSpan(0, 1), data);
        byte[] longer = [message[0], 2, .. message[2..(Header + Wrap)], .. data, .. message[(Header + Wrap)..]];

        Assert.True(MessageOpener.TryOpen(message, _pairs[0], data, out _));
        Assert.False(MessageOpener.TryOpen(longer, _pairs[0], [], out _));
    }

    [Fact]
    public void TryOpen_SomebodyElse_False()
    {
        var message = _sealer.Seal(Plaintext, Keys.AsSpan(0, 2), []);

        Assert.False(MessageOpener.TryOpen(message, _pairs[2], [], out _));
    }

    [Fact]
    public void TryOpen_TruncatedOrExtended_False()
    {
        var message = _sealer.Seal(Plaintext, Keys, []);
        for (var length = 0; length < message.Length; length++)
        {
            Assert.False(MessageOpener.TryOpen(message.AsSpan(0, length), _pairs[0], [], out _));
        }

        Assert.False(MessageOpener.TryOpen([.. message, 0], _pairs[0], [], out _));
    }

    [Fact]
    public void TryOpen_HundredThousandRandomByteStrings_FalseWithoutThrowing()
    {
        var random = new SeededRandom("random sealed messages");
        for (var i = 0; i < 100_000; i++)
        {
            // Every tenth is of the right form, with an ephemeral key that half the time exists.
            var bytes = random.Take(i % 10 == 0 ? 150 : random.Below(400));
            if (i % 10 == 0)
            {
                (bytes[0], bytes[1], bytes[2]) = (1, 1, 2);
            }

            Assert.False(MessageOpener.TryOpen(bytes, _pairs[0], [], out _));
        }
    }

    /// <summary>A wrap moved to another message, or the body under another header: parts of two messages never make a third.</summary>
    [Fact]
    public void TryOpen_PartsOfTwoMessages_False()
    {
        var first = _sealer.Seal(Plaintext, Keys.AsSpan(0, 1), []);
        var second = _sealer.Seal(Plaintext, Keys.AsSpan(0, 1), []);
        foreach (var border in new[] { 35, 67, 99, first.Length - 16 })
        {
            Assert.False(MessageOpener.TryOpen([.. first[..border], .. second[border..]], _pairs[0], [], out _));
        }
    }

    /// <summary>
    /// The sender wraps another content secret for each recipient, to make them read different texts: the commitment lets one of them read
    /// at most.
    /// </summary>
    [Fact]
    public void TryOpen_DifferentSecretsForTwoRecipients_OnlyOneCanRead()
    {
        var random = new SeededRandom("two secrets");
        byte[][] secrets = [random.Take(32), random.Take(32)];
        var ephemeral = random.Take(32);
        var recipients = Keys[..2].Select(key => key.ToArray()).ToArray();
        var message = BouncyCastleSealing.Seal(Plaintext, recipients, [], ephemeral, secrets);
        var underSecondKey = BouncyCastleSealing.Seal(Plaintext, recipients, [], ephemeral, secrets, BouncyCastleSealing.ContentKeys(secrets[1])[32..]);

        Assert.True(MessageOpener.TryOpen(message, _pairs[0], [], out _));
        Assert.False(MessageOpener.TryOpen(message, _pairs[1], [], out _));
        Assert.False(MessageOpener.TryOpen(underSecondKey, _pairs[0], [], out _));
        Assert.False(MessageOpener.TryOpen(underSecondKey, _pairs[1], [], out _));
    }

    [Fact]
    public void Seal_SameMessageTwice_SharesNothing()
    {
        var first = _sealer.Seal(Plaintext, Keys, []);
        var second = _sealer.Seal(Plaintext, Keys, []);

        for (var offset = 3; offset + 16 <= first.Length; offset += 16)
        {
            Assert.NotEqual(first[offset..(offset + 16)], second[offset..(offset + 16)]);
        }
    }

    /// <summary>With a generator that repeats itself, two texts must not meet one key stream.</summary>
    [Fact]
    public void Seal_StuckGeneratorOtherText_SharesNoKey()
    {
        var sealer = new MessageSealer(new StuckRandom(0));
        byte[] other = [.. Plaintext.Select(value => (byte)(value ^ 0xFF))];
        var first = sealer.Seal(Plaintext, Keys, []);
        var second = sealer.Seal(other, Keys, []);
        var length = Plaintext.Length + 16;

        Assert.NotEqual(first[2..35], second[2..35]);
        Assert.NotEqual(Enumerable.Repeat((byte)0xFF, Plaintext.Length), first[^length..^16].Zip(second[^length..^16], (a, b) => (byte)(a ^ b)));
        Assert.NotEqual(first[2..35], sealer.Seal(Plaintext, Keys.AsSpan(0, 2), [])[2..35]);
        Assert.NotEqual(first[2..35], sealer.Seal(Plaintext, Keys, "data"u8)[2..35]);
    }

    [Fact]
    public void Seal_AnyMessage_HoldsNoRecipientsKeyOrAddress()
    {
        var message = Convert.ToHexString(_sealer.Seal(Plaintext, Keys, []));
        foreach (var key in Keys)
        {
            Assert.DoesNotContain(Convert.ToHexString(key.X.ToArray())[..16], message, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexString(key.Address.ToArray())[..16], message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 100)]
    [InlineData(3, 1000)]
    public void Seal_AnyRecipient_BouncyCastleOpensIt(int recipients, int length)
    {
        var plaintext = new SeededRandom("plaintext").Take(length);
        var message = _sealer.Seal(plaintext, Keys.AsSpan(0, recipients), "data"u8);
        for (var i = 0; i < recipients; i++)
        {
            var secret = new byte[32];
            _pairs[i].ExportSecret(secret);
            Assert.Equal(plaintext, BouncyCastleSealing.Open(message, secret, "data"u8.ToArray()));
        }
    }

    [Fact]
    public void TryOpen_SealedByBouncyCastle_Opens()
    {
        var random = new SeededRandom("sealed elsewhere");
        var message = BouncyCastleSealing.Seal(Plaintext, [.. Keys.Select(key => key.ToArray())], "data"u8.ToArray(), random.Take(32), [random.Take(32)]);
        foreach (var pair in _pairs)
        {
            Assert.True(MessageOpener.TryOpen(message, pair, "data"u8, out var opened));
            Assert.Equal(Plaintext, opened);
        }
    }

    [Fact]
    public void Seal_NoTooManyOrUnsetRecipients_ThrowsWithTheArgumentsName()
    {
        Assert.Throws<ArgumentException>("recipients", () => _sealer.Seal(Plaintext, [], []));
        Assert.Throws<ArgumentException>("recipients", () => _sealer.Seal(Plaintext, new SealingPublicKey[256], []));
        Assert.Throws<ArgumentException>("recipients", () => _sealer.Seal(Plaintext, [Keys[0], default], []));
        Assert.Throws<ArgumentOutOfRangeException>("recipients", () => MessageSealer.SealedLength(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("recipients", () => MessageSealer.SealedLength(256, 1));
        Assert.Throws<ArgumentOutOfRangeException>("plaintextLength", () => MessageSealer.SealedLength(1, -1));
        Assert.Throws<OverflowException>(() => MessageSealer.SealedLength(255, int.MaxValue));
    }

    [Fact]
    public void TryOpen_DisposedKey_Throws()
    {
        var message = _sealer.Seal(Plaintext, Keys, []);
        var pair = SealingKeyPair.Generate(RandomSource.System);
        pair.Dispose();

        Assert.Throws<ObjectDisposedException>(() => MessageOpener.TryOpen(message, pair, [], out _));
        Assert.Throws<ArgumentNullException>("key", () => MessageOpener.TryOpen(message, null!, [], out _));
    }
}
