using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.RingSignatures.Scopes;

/// <summary>
/// Every domain-separation tag of this library. A hash made for one purpose can never be read as one made for another.
/// The first three are shared with the contracts.
/// </summary>
public static class Domains
{
    /// <summary>keccak256("quarantine/lsag/tag/v1"): the scope's scalar.</summary>
    public static Bytes32 Tag { get; } = Keccak256.Hash("quarantine/lsag/tag/v1"u8);

    /// <summary>keccak256("quarantine/lsag/message/v1"): what an lsag signature signs.</summary>
    public static Bytes32 Message { get; } = Keccak256.Hash("quarantine/lsag/message/v1"u8);

    /// <summary>keccak256("quarantine/pop/v1"): a ring key's proof of possession.</summary>
    public static Bytes32 Possession { get; } = Keccak256.Hash("quarantine/pop/v1"u8);

    /// <summary>keccak256("quarantine/claim/v1"): the proof that a tag is one's own.</summary>
    public static Bytes32 Claim { get; } = Keccak256.Hash("quarantine/claim/v1"u8);

    /// <summary>keccak256("quarantine/rst-rsa/message/v1"): what an rst-rsa signature signs.</summary>
    public static Bytes32 RsaMessage { get; } = Keccak256.Hash("quarantine/rst-rsa/message/v1"u8);

    /// <summary>keccak256("quarantine/rst-rsa/ring/v1"): the list of an rst-rsa ring's keys.</summary>
    public static Bytes32 RsaRing { get; } = Keccak256.Hash("quarantine/rst-rsa/ring/v1"u8);

    /// <summary>HKDF label of the account key.</summary>
    public static ReadOnlySpan<byte> AccountKey => "quarantine/seed/account/v1"u8;

    /// <summary>HKDF label of the ring key.</summary>
    public static ReadOnlySpan<byte> RingKey => "quarantine/seed/ring/v1"u8;

    /// <summary>HKDF label of the sealing key.</summary>
    public static ReadOnlySpan<byte> SealingKey => "quarantine/seed/sealing/v1"u8;

    /// <summary>HMAC-DRBG personalisation of a ring signature's nonces.</summary>
    public static ReadOnlySpan<byte> SignatureNonces => "quarantine/lsag/nonces/v1"u8;

    /// <summary>HMAC-DRBG personalisation of the factor that blinds an inversion.</summary>
    public static ReadOnlySpan<byte> InversionBlind => "quarantine/lsag/blind/v1"u8;

    /// <summary>HMAC-DRBG personalisation of a proof of possession's nonce.</summary>
    public static ReadOnlySpan<byte> PossessionNonces => "quarantine/pop/nonces/v1"u8;

    /// <summary>HMAC-DRBG personalisation of a claim's nonce.</summary>
    public static ReadOnlySpan<byte> ClaimNonces => "quarantine/claim/nonces/v1"u8;

    /// <summary>HKDF label of the key of an RSA key's nonces.</summary>
    public static ReadOnlySpan<byte> RsaNonceKey => "quarantine/rst-rsa/nonce-key/v1"u8;

    /// <summary>HMAC-DRBG personalisation of what is random in an rst-rsa signature.</summary>
    public static ReadOnlySpan<byte> RsaNonces => "quarantine/rst-rsa/nonces/v1"u8;

    /// <summary>HMAC-DRBG personalisation of a sealed message's ephemeral key and content secret.</summary>
    public static ReadOnlySpan<byte> SealingNonces => "quarantine/sealing/nonces/v1"u8;

    /// <summary>HKDF label of the key that wraps a sealed message's content key for one recipient.</summary>
    public static ReadOnlySpan<byte> SealingWrap => "quarantine/sealing/wrap/v1"u8;

    /// <summary>HKDF label of a sealed message's content key and its commitment.</summary>
    public static ReadOnlySpan<byte> SealingContent => "quarantine/sealing/content/v1"u8;
}
