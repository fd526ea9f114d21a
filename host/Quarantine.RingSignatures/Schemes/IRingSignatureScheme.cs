using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Schemes;

/// <summary>A way to sign a statement as some member of a ring. Implementations are thread-safe.</summary>
/// <typeparam name="TRing">The ring's public keys.</typeparam>
/// <typeparam name="TKey">One member's secret key.</typeparam>
public interface IRingSignatureScheme<in TRing, in TKey>
{
    /// <summary>The name that settings and reports use.</summary>
    string Name { get; }

    /// <summary>Whether two signatures of one member in one scope can be told to be so, by their tag.</summary>
    bool IsLinkable { get; }

    /// <summary>Length in bytes of a signature in this ring.</summary>
    int SignatureLength(TRing ring);

    /// <summary>Signs, and checks the result before it leaves.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not in the ring.</exception>
    byte[] Sign(TRing ring, TKey key, Statement statement);

    /// <summary>False for any bytes that are not a signature of a member of this ring on this statement.</summary>
    bool Verify(TRing ring, Statement statement, ReadOnlySpan<byte> signature);
}
