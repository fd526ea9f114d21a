using System.Runtime.InteropServices;

namespace Quarantine.Ethereum.Cryptography.Native;

/// <summary>
/// The functions of libsecp256k1 0.2 that are used, as declared in its headers secp256k1.h, secp256k1_recovery.h and secp256k1_ecdh.h.
/// Public keys are the library's opaque 64-byte form, recoverable signatures its opaque 65-byte form. Each returns 1 for success.
/// </summary>
internal static unsafe partial class Secp256k1Native
{
    internal const int OpaquePublicKeySize = 64;
    internal const int OpaqueSignatureSize = 65;
    internal const uint ContextNone = 1;
    internal const uint EncodingUncompressed = 2;

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial nint secp256k1_context_create(uint flags);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_context_randomize(nint context, byte* seed32);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial void secp256k1_context_set_illegal_callback(nint context, delegate* unmanaged<byte*, void*, void> callback, void* data);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_seckey_verify(nint context, byte* secret);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_seckey_negate(nint context, byte* secret);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_seckey_tweak_add(nint context, byte* secret, byte* tweak);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_seckey_tweak_mul(nint context, byte* secret, byte* tweak);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_pubkey_create(nint context, byte* key, byte* secret);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_pubkey_parse(nint context, byte* key, byte* input, nuint length);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_pubkey_serialize(nint context, byte* output, nuint* length, byte* key, uint flags);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_pubkey_tweak_mul(nint context, byte* key, byte* tweak);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ec_pubkey_combine(nint context, byte* sum, byte** keys, nuint count);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ecdsa_recoverable_signature_parse_compact(nint context, byte* signature, byte* input64, int recoveryId);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ecdsa_recoverable_signature_serialize_compact(nint context, byte* output64, int* recoveryId, byte* signature);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ecdsa_sign_recoverable(nint context, byte* signature, byte* digest, byte* secret, nint nonceFunction, byte* nonceData);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ecdsa_recover(nint context, byte* key, byte* signature, byte* digest);

    [LibraryImport(Secp256k1Library.Name)]
    internal static partial int secp256k1_ecdh(nint context, byte* output, byte* key, byte* secret, nint hashFunction, void* data);
}
