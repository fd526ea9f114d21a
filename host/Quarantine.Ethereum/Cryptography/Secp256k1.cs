using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography.Native;

namespace Quarantine.Ethereum.Cryptography;

/// <summary>
/// Curve operations of secp256k1 (SEC 2, 2.4.1) on libsecp256k1. Scalars are 32 bytes big-endian; points are 64 bytes, x then y.
/// Every method returns false for input that is out of range, off the curve, or whose result is the point at infinity, and leaves the
/// output cleared then. Thread-safe.
/// </summary>
/// <remarks>
/// Constant-time in the scalar: <see cref="TryCreatePublicKey"/>, <see cref="TryCreateAddress"/>, <see cref="TrySign"/>, <see cref="TryEcdh"/> and the
/// <c>TrySecret…</c> methods. Everything else is variable-time and takes public input only.
/// </remarks>
public static unsafe class Secp256k1
{
    /// <summary>Length of a scalar in bytes.</summary>
    public const int ScalarLength = 32;

    /// <summary>Length of a point in bytes, x then y.</summary>
    public const int PointLength = 64;

    /// <summary>Length of an account's address in bytes.</summary>
    public const int AddressLength = 20;

    private static readonly nint Context = CreateContext();

    /// <summary>The group's order N, big-endian.</summary>
    public static ReadOnlySpan<byte> Order =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE,
        0xBA, 0xAE, 0xDC, 0xE6, 0xAF, 0x48, 0xA0, 0x3B, 0xBF, 0xD2, 0x5E, 0x8C, 0xD0, 0x36, 0x41, 0x41,
    ];

    /// <summary>Whether 0 &lt; secret &lt; N.</summary>
    public static bool IsSecret(ReadOnlySpan<byte> secret)
    {
        Require(secret, ScalarLength, nameof(secret));
        fixed (byte* s = secret)
        {
            return Secp256k1Native.secp256k1_ec_seckey_verify(Context, s) == 1;
        }
    }

    /// <summary>secret = N - secret, in place.</summary>
    public static bool TrySecretNegate(Span<byte> secret)
    {
        Require(secret, ScalarLength, nameof(secret));
        fixed (byte* s = secret)
        {
            return Secp256k1Native.secp256k1_ec_seckey_negate(Context, s) == 1;
        }
    }

    /// <summary>secret = secret + tweak mod N, in place; false where the sum is zero.</summary>
    public static bool TrySecretAdd(Span<byte> secret, ReadOnlySpan<byte> tweak)
    {
        Require(secret, ScalarLength, nameof(secret));
        Require(tweak, ScalarLength, nameof(tweak));
        fixed (byte* s = secret, t = tweak)
        {
            return Secp256k1Native.secp256k1_ec_seckey_tweak_add(Context, s, t) == 1;
        }
    }

    /// <summary>secret = secret * tweak mod N, in place.</summary>
    public static bool TrySecretMultiply(Span<byte> secret, ReadOnlySpan<byte> tweak)
    {
        Require(secret, ScalarLength, nameof(secret));
        Require(tweak, ScalarLength, nameof(tweak));
        fixed (byte* s = secret, t = tweak)
        {
            return Secp256k1Native.secp256k1_ec_seckey_tweak_mul(Context, s, t) == 1;
        }
    }

    /// <summary>point = secret * G.</summary>
    public static bool TryCreatePublicKey(ReadOnlySpan<byte> secret, Span<byte> point)
    {
        Require(secret, ScalarLength, nameof(secret));
        Require(point, PointLength, nameof(point));
        var key = stackalloc byte[Secp256k1Native.OpaquePublicKeySize];
        fixed (byte* s = secret)
        {
            return Secp256k1Native.secp256k1_ec_pubkey_create(Context, key, s) == 1 ? Serialize(key, point) : Clear(point);
        }
    }

    /// <summary>Reads a compressed (33 bytes) or uncompressed (65 bytes) point, SEC 1, 2.3.4.</summary>
    public static bool TryDecompress(ReadOnlySpan<byte> encoded, Span<byte> point)
    {
        Require(point, PointLength, nameof(point));
        var key = stackalloc byte[Secp256k1Native.OpaquePublicKeySize];
        fixed (byte* e = encoded)
        {
            return HasSec1Form(encoded) && Secp256k1Native.secp256k1_ec_pubkey_parse(Context, key, e, (nuint)encoded.Length) == 1
                ? Serialize(key, point)
                : Clear(point);
        }
    }

    /// <summary>Whether the 64 bytes x, y are a point of the curve.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> point)
    {
        Require(point, PointLength, nameof(point));
        var key = stackalloc byte[Secp256k1Native.OpaquePublicKeySize];
        return Parse(point, key);
    }

    /// <summary>point = scalar * point, in place. Variable-time: never with secrets.</summary>
    public static bool TryMultiply(Span<byte> point, ReadOnlySpan<byte> scalar)
    {
        Require(point, PointLength, nameof(point));
        Require(scalar, ScalarLength, nameof(scalar));
        var key = stackalloc byte[Secp256k1Native.OpaquePublicKeySize];
        fixed (byte* s = scalar)
        {
            return Parse(point, key) && Secp256k1Native.secp256k1_ec_pubkey_tweak_mul(Context, key, s) == 1
                ? Serialize(key, point)
                : Clear(point);
        }
    }

    /// <summary>sum = left + right; false where they are each other's negatives.</summary>
    public static bool TryAdd(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> sum)
    {
        Require(left, PointLength, nameof(left));
        Require(right, PointLength, nameof(right));
        Require(sum, PointLength, nameof(sum));
        var keys = stackalloc byte[3 * Secp256k1Native.OpaquePublicKeySize];
        var second = keys + Secp256k1Native.OpaquePublicKeySize;
        var total = second + Secp256k1Native.OpaquePublicKeySize;
        var both = stackalloc byte*[2] { keys, second };
        return Parse(left, keys) && Parse(right, second) && Secp256k1Native.secp256k1_ec_pubkey_combine(Context, total, both, 2) == 1
            ? Serialize(total, sum)
            : Clear(sum);
    }

    /// <summary>
    /// An ECDSA signature r, s (64 bytes, low s) and its recovery id, 0 or 1; the nonce by RFC 6979, hedged with the 32 bytes of
    /// <paramref name="extraEntropy"/> where they are given. False too where R.x is N or more, a chance of 2^-127: no v names such a signature.
    /// </summary>
    public static bool TrySign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> extraEntropy, Span<byte> signature, out int recoveryId)
    {
        Require(digest, 32, nameof(digest));
        Require(secret, ScalarLength, nameof(secret));
        Require(signature, 64, nameof(signature));
        if (!extraEntropy.IsEmpty)
        {
            Require(extraEntropy, 32, nameof(extraEntropy));
        }

        recoveryId = 0;
        var opaque = stackalloc byte[Secp256k1Native.OpaqueSignatureSize];
        fixed (byte* d = digest, s = secret, x = extraEntropy, o = signature)
        fixed (int* id = &recoveryId)
        {
            var signed = Secp256k1Native.secp256k1_ecdsa_sign_recoverable(Context, opaque, d, s, 0, extraEntropy.IsEmpty ? null : x) == 1
                && Secp256k1Native.secp256k1_ecdsa_recoverable_signature_serialize_compact(Context, o, id, opaque) == 1;
            return (signed && *id <= 1) || Clear(signature);
        }
    }

    /// <summary>
    /// The public key Q = r⁻¹(sR - hG) that an ECDSA signature names, R.x = r with the parity of <paramref name="recoveryId"/> (0 or 1, or 2
    /// and 3 where R.x was r + N). r and s lie in 1..N-1; high s is accepted, as the EVM's precompile does.
    /// </summary>
    public static bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> point)
    {
        Require(digest, 32, nameof(digest));
        Require(signature, 64, nameof(signature));
        Require(point, PointLength, nameof(point));
        var opaque = stackalloc byte[Secp256k1Native.OpaqueSignatureSize];
        var key = stackalloc byte[Secp256k1Native.OpaquePublicKeySize];
        fixed (byte* d = digest, i = signature)
        {
            return recoveryId is >= 0 and <= 3
                && Secp256k1Native.secp256k1_ecdsa_recoverable_signature_parse_compact(Context, opaque, i, recoveryId) == 1
                && Secp256k1Native.secp256k1_ecdsa_recover(Context, key, opaque, d) == 1
                ? Serialize(key, point)
                : Clear(point);
        }
    }

    /// <summary>
    /// The address of the public key that <see cref="TryRecover"/> finds, 20 bytes: the EVM's ecrecover, with v = 27 + the recovery id, so
    /// that only 0 and 1 give one. Public input only.
    /// </summary>
    public static bool TryRecoverAddress(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId, Span<byte> address)
    {
        Require(address, AddressLength, nameof(address));
        Span<byte> point = stackalloc byte[PointLength];
        return recoveryId is 0 or 1 && TryRecover(digest, signature, recoveryId, point) ? HashPoint(point, address) : Clear(address);
    }

    /// <summary>The address of secret * G, 20 bytes: the last ones of keccak256(x || y).</summary>
    public static bool TryCreateAddress(ReadOnlySpan<byte> secret, Span<byte> address)
    {
        Require(address, AddressLength, nameof(address));
        Span<byte> point = stackalloc byte[PointLength];
        return TryCreatePublicKey(secret, point) ? HashPoint(point, address) : Clear(address);
    }

    /// <summary>SHA-256 of the compressed point secret * point: libsecp256k1's ECDH. Constant-time in the secret.</summary>
    public static bool TryEcdh(ReadOnlySpan<byte> point, ReadOnlySpan<byte> secret, Span<byte> shared)
    {
        Require(point, PointLength, nameof(point));
        Require(secret, ScalarLength, nameof(secret));
        Require(shared, 32, nameof(shared));
        var key = stackalloc byte[Secp256k1Native.OpaquePublicKeySize];
        fixed (byte* s = secret, o = shared)
        {
            return (Parse(point, key) && Secp256k1Native.secp256k1_ecdh(Context, o, key, s, 0, null) == 1) || Clear(shared);
        }
    }

    /// <summary>The library also reads the hybrid forms 06 and 07, which would give a point a second encoding.</summary>
    private static bool HasSec1Form(ReadOnlySpan<byte> encoded) =>
        encoded.Length switch { 33 => encoded[0] is 2 or 3, 65 => encoded[0] is 4, _ => false };

    private static bool HashPoint(ReadOnlySpan<byte> point, Span<byte> address)
    {
        Span<byte> digest = stackalloc byte[32];
        Keccak256.Hash(point, digest);
        digest[^AddressLength..].CopyTo(address);
        return true;
    }

    private static bool Parse(ReadOnlySpan<byte> point, byte* key)
    {
        Span<byte> encoded = stackalloc byte[65];
        encoded[0] = 4;
        point.CopyTo(encoded[1..]);
        fixed (byte* e = encoded)
        {
            return Secp256k1Native.secp256k1_ec_pubkey_parse(Context, key, e, 65) == 1;
        }
    }

    private static bool Serialize(byte* key, Span<byte> point)
    {
        var encoded = stackalloc byte[65];
        nuint length = 65;
        var ok = Secp256k1Native.secp256k1_ec_pubkey_serialize(Context, encoded, &length, key, Secp256k1Native.EncodingUncompressed) == 1;
        new ReadOnlySpan<byte>(encoded + 1, PointLength).CopyTo(point);
        return ok || Clear(point);
    }

    private static bool Clear(Span<byte> output)
    {
        output.Clear();
        return false;
    }

    private static void Require(ReadOnlySpan<byte> value, int length, string name)
    {
        if (value.Length != length)
        {
            throw new ArgumentException($"Expected {length} bytes, not {value.Length}.", name);
        }
    }

    /// <summary>The library's default reaction to an illegal argument is to abort the process; here it makes the call return 0.</summary>
    [UnmanagedCallersOnly]
    private static void IgnoreIllegalArgument(byte* message, void* data)
    {
    }

    private static nint CreateContext()
    {
        Secp256k1Library.Register();
        var context = Secp256k1Native.secp256k1_context_create(Secp256k1Native.ContextNone);
        Secp256k1Native.secp256k1_context_set_illegal_callback(context, &IgnoreIllegalArgument, null);
        Span<byte> seed = stackalloc byte[32];
        RandomNumberGenerator.Fill(seed);
        fixed (byte* s = seed)
        {
            _ = Secp256k1Native.secp256k1_context_randomize(context, s);
        }

        CryptographicOperations.ZeroMemory(seed);
        return context;
    }
}
