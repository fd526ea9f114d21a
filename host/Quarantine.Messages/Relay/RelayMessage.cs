using System.Buffers.Binary;

namespace Quarantine.Messages.Relay;

/// <summary>
/// The plaintext of a sealed message to a relay: version u8 = 1, type u8, payload length u16 big-endian, payload, zero fill up to one fixed
/// length, so that all look alike when sealed.
/// </summary>
/// <param name="Type">What to do.</param>
/// <param name="Payload">At most <see cref="MaximumPayload"/> bytes.</param>
public sealed record RelayMessage(RelayMessageType Type, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Length in bytes of every encoded message.</summary>
    public const int EncodedLength = 4096;

    /// <summary>Longest payload in bytes.</summary>
    public const int MaximumPayload = EncodedLength - HeaderLength;

    private const byte Version = 1;
    private const int HeaderLength = 4;

    /// <summary>A message that asks for nothing.</summary>
    public static RelayMessage Dummy { get; } = new(RelayMessageType.Dummy, ReadOnlyMemory<byte>.Empty);

    /// <summary>Reads an encoded message; false for another version, type or length, or fill that is not zero.</summary>
    public static bool TryParse(ReadOnlySpan<byte> encoded, out RelayMessage? message)
    {
        message = null;
        if (encoded.Length != EncodedLength || encoded[0] != Version || encoded[1] > (byte)RelayMessageType.EmergencyPublication)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(encoded[2..]);
        if (length > MaximumPayload || encoded[(HeaderLength + length)..].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        message = new RelayMessage((RelayMessageType)encoded[1], encoded.Slice(HeaderLength, length).ToArray());
        return true;
    }

    /// <summary>The <see cref="EncodedLength"/> bytes; throws where the payload is too long.</summary>
    public byte[] ToArray()
    {
        if (Payload.Length > MaximumPayload)
        {
            throw new InvalidOperationException($"A relay message carries at most {MaximumPayload} bytes, not {Payload.Length}.");
        }

        var encoded = new byte[EncodedLength];
        encoded[0] = Version;
        encoded[1] = (byte)Type;
        BinaryPrimitives.WriteUInt16BigEndian(encoded.AsSpan(2), (ushort)Payload.Length);
        Payload.Span.CopyTo(encoded.AsSpan(HeaderLength));
        return encoded;
    }
}
