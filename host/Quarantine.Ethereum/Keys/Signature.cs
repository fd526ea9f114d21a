using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keys;

/// <summary>
/// A recoverable ECDSA signature of secp256k1. As bytes: 65, r || s || v with v 27 or 28, as contracts take it. Only low s is accepted
/// (EIP-2), so that nobody can turn a signature into a second one.
/// </summary>
public readonly struct Signature : IEquatable<Signature>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 65;

    private const int VOffset = 27;

    internal Signature(Bytes32 r, Bytes32 s, int yParity)
    {
        R = r;
        S = s;
        YParity = yParity;
    }

    public Bytes32 R { get; }

    public Bytes32 S { get; }

    /// <summary>Parity of the y of the nonce point: 0 or 1.</summary>
    public int YParity { get; }

    /// <summary>27 + <see cref="YParity"/>.</summary>
    public byte V => (byte)(VOffset + YParity);

    /// <summary>(N - 1) / 2, the largest s that is accepted.</summary>
    private static Bytes32 HalfOrder { get; } = Bytes32.Parse("0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

    private static Bytes32 Order { get; } = new(Secp256k1.Order);

    public static bool operator ==(Signature left, Signature right) => left.Equals(right);

    public static bool operator !=(Signature left, Signature right) => !left.Equals(right);

    /// <summary>Reads 65 bytes; false where v is neither 27 nor 28, r is not in 1..N-1, or s not in 1..(N-1)/2.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out Signature signature)
    {
        signature = default;
        return bytes.Length == Length
            && bytes[64] is VOffset or VOffset + 1
            && TryCreate(new Bytes32(bytes[..32]), new Bytes32(bytes[32..64]), bytes[64] - VOffset, out signature);
    }

    /// <summary>As <see cref="TryParse"/>, from the numbers.</summary>
    public static bool TryCreate(Bytes32 r, Bytes32 s, int yParity, out Signature signature)
    {
        var ok = yParity is 0 or 1 && !r.IsZero && r < Order && !s.IsZero && s <= HalfOrder;
        signature = ok ? new Signature(r, s, yParity) : default;
        return ok;
    }

    /// <summary>The key that signed <paramref name="digest"/>; false where there is none.</summary>
    public bool TryRecover(Bytes32 digest, [NotNullWhen(true)] out PublicKey? key)
    {
        Span<byte> message = stackalloc byte[Bytes32.Length];
        Span<byte> compact = stackalloc byte[64];
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        digest.CopyTo(message);
        R.CopyTo(compact);
        S.CopyTo(compact[32..]);
        key = Secp256k1.TryRecover(message, compact, YParity, point) ? PublicKey.FromPoint(point) : null;
        return key is not null;
    }

    /// <summary>The account that signed <paramref name="digest"/>; false where there is none.</summary>
    public bool TryRecoverAddress(Bytes32 digest, out Address address)
    {
        var ok = TryRecover(digest, out var key);
        address = ok ? key!.Address : default;
        return ok;
    }

    /// <summary>Whether the account <paramref name="signer"/> signed <paramref name="digest"/>.</summary>
    public bool IsBy(Address signer, Bytes32 digest) => TryRecoverAddress(digest, out var address) && address == signer;

    /// <summary>Writes the 65 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        R.CopyTo(destination);
        S.CopyTo(destination[32..]);
        destination[64] = V;
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public bool Equals(Signature other) => R == other.R && S == other.S && YParity == other.YParity;

    public override bool Equals(object? obj) => obj is Signature other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(R, S, YParity);

    /// <summary><c>0x</c> and 130 digits.</summary>
    public override string ToString() => Hex.Encode(ToArray());
}
