using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Oracles;

/// <summary>rst-rsa a second time, on BouncyCastle's big integers, HKDF and Keccak.</summary>
public static class BouncyCastleRst
{
    private const int Width = 276;
    private const int Rounds = 8;

    private static readonly BigInteger E = BigInteger.ValueOf(65537);
    private static readonly BigInteger Domain = BigInteger.One.ShiftLeft(Width * 8);

    /// <summary>Whether 02 || v || x_0 || ... closes the ring of these moduli.</summary>
    public static bool Verify(IReadOnlyList<byte[]> moduli, Statement statement, byte[] signature)
    {
        var key = Key(moduli, statement);
        var glue = signature[1..(1 + Width)];
        var chain = glue;
        for (var i = 0; i < moduli.Count; i++)
        {
            var x = signature[(1 + ((i + 1) * Width))..(1 + ((i + 2) * Width))];
            chain = Encrypt(key, Xor(Extended(x, moduli[i], E), chain));
        }

        return chain.AsSpan().SequenceEqual(glue);
    }

    /// <summary>Signs with the secret exponent d of one modulus, v and all other x given.</summary>
    public static byte[] Sign(
        IReadOnlyList<byte[]> moduli, int position, BigInteger d, Statement statement, byte[] glue, IReadOnlyList<byte[]> inputs)
    {
        var key = Key(moduli, statement);
        var forwards = glue;
        for (var i = 0; i < position; i++)
        {
            forwards = Encrypt(key, Xor(Extended(inputs[i], moduli[i], E), forwards));
        }

        var backwards = glue;
        for (var i = moduli.Count - 1; i > position; i--)
        {
            backwards = Xor(Decrypt(key, backwards), Extended(inputs[i], moduli[i], E));
        }

        var own = Extended(Xor(Decrypt(key, backwards), forwards), moduli[position], d);
        return [2, .. glue, .. inputs.SelectMany((input, i) => i == position ? own : input)];
    }

    private static byte[] Key(IReadOnlyList<byte[]> moduli, Statement statement)
    {
        var ringDomain = BouncyCastleCurve.Keccak(Encoding.ASCII.GetBytes("quarantine/rst-rsa/ring/v1"));
        return BouncyCastleCurve.Keccak(
            BouncyCastleCurve.Keccak(Encoding.ASCII.GetBytes("quarantine/rst-rsa/message/v1")),
            Word(statement.Scope.ChainId),
            statement.Scope.Contract.ToWord().ToArray(),
            statement.Scope.CommunityId.ToArray(),
            BouncyCastleCurve.Keccak([.. ringDomain, .. moduli.SelectMany(modulus => modulus)]),
            Word(statement.Scope.Kind),
            Word(statement.Scope.Slot),
            statement.State.ToArray(),
            statement.Relay.ToWord().ToArray());
    }

    private static byte[] Extended(byte[] input, byte[] modulus, BigInteger exponent)
    {
        var n = new BigInteger(1, modulus);
        var parts = new BigInteger(1, input).DivideAndRemainder(n);
        if (parts[0].Add(BigInteger.One).Multiply(n).CompareTo(Domain) > 0)
        {
            return input;
        }

        var value = parts[0].Multiply(n).Add(parts[1].ModPow(exponent, n)).ToByteArrayUnsigned();
        return [.. new byte[Width - value.Length], .. value];
    }

    private static byte[] Encrypt(byte[] key, byte[] block) => Enumerable.Range(0, Rounds).Aggregate(block, (state, round) => Round(key, round, state));

    private static byte[] Decrypt(byte[] key, byte[] block) => Enumerable.Range(0, Rounds).Reverse().Aggregate(block, (state, round) => Round(key, round, state));

    private static byte[] Round(byte[] key, int round, byte[] block)
    {
        var left = block[..(Width / 2)];
        var right = block[(Width / 2)..];
        return round % 2 == 0 ? [.. Xor(left, Mask(key, round, right)), .. right] : [.. left, .. Xor(right, Mask(key, round, left))];
    }

    private static byte[] Mask(byte[] key, int round, byte[] half)
    {
        var generator = new HkdfBytesGenerator(new Sha256Digest());
        generator.Init(new HkdfParameters(half, key, [(byte)round]));
        var output = new byte[Width / 2];
        generator.GenerateBytes(output, 0, output.Length);
        return output;
    }

    private static byte[] Word(ulong value) => Bytes32.FromUInt64(value).ToArray();

    private static byte[] Xor(byte[] left, byte[] right) => [.. left.Zip(right, (a, b) => (byte)(a ^ b))];
}
