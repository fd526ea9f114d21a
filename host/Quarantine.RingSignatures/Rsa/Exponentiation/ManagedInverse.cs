using System.Numerics;
using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>
/// y^d mod n by .NET's variable-time ModPow, for machines without libcrypto: base and exponent are blinded afresh each time (Kocher, 1996,
/// section 10), so that its running time belongs to numbers that nobody knows. Big integers cannot be overwritten: Dispose only lets go.
/// </summary>
internal sealed class ManagedInverse : IRsaInverse
{
    private const int ExponentBlindLength = 16;

    private readonly BigInteger _modulus;
    private readonly BigInteger _publicExponent;
    private BigInteger _exponent;
    private BigInteger _order;

    private ManagedInverse(RSAParameters key)
    {
        _modulus = BigEndian.Read(key.Modulus);
        _publicExponent = BigEndian.Read(key.Exponent);
        _exponent = BigEndian.Read(key.D);
        _order = (BigEndian.Read(key.P) - 1) * (BigEndian.Read(key.Q) - 1);
    }

    public void Apply(ReadOnlySpan<byte> value, Span<byte> result)
    {
        ObjectDisposedException.ThrowIf(_order.IsZero, this);
        var (blind, unblind) = DrawBlind();
        var exponent = _exponent + (DrawBelowPower(ExponentBlindLength) * _order);
        var blinded = BigEndian.Read(value) * BigInteger.ModPow(blind, _publicExponent, _modulus) % _modulus;
        BigEndian.Write(BigInteger.ModPow(blinded, exponent, _modulus) * unblind % _modulus, result);
    }

    public void Dispose() => _exponent = _order = BigInteger.Zero;

    internal static ManagedInverse Create(RSA rsa)
    {
        var key = rsa.ExportParameters(includePrivateParameters: true);
        try
        {
            return new ManagedInverse(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.D);
            CryptographicOperations.ZeroMemory(key.P);
            CryptographicOperations.ZeroMemory(key.Q);
            CryptographicOperations.ZeroMemory(key.DP);
            CryptographicOperations.ZeroMemory(key.DQ);
            CryptographicOperations.ZeroMemory(key.InverseQ);
        }
    }

    /// <summary>r and 1/r mod n, by r^(k phi - 1) for a random k: no exponent is ever the secret itself.</summary>
    private (BigInteger Blind, BigInteger Unblind) DrawBlind()
    {
        BigInteger blind;
        do
        {
            blind = DrawBelowPower(RsaRingPublicKey.Length) % _modulus;
        }
        while (!BigInteger.GreatestCommonDivisor(blind, _modulus).IsOne);

        return (blind, BigInteger.ModPow(blind, ((DrawBelowPower(ExponentBlindLength) + 1) * _order) - 1, _modulus));
    }

    private static BigInteger DrawBelowPower(int bytes) => BigEndian.Read(RandomNumberGenerator.GetBytes(bytes));
}
