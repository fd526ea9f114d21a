using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;

namespace Quarantine.RingSignatures.Oracles;

/// <summary>Sealing a second time, on BouncyCastle alone: curve, HKDF and GCM. For tests: its keys are not protected.</summary>
public static class BouncyCastleSealing
{
    private const int FirstWrap = 67;

    /// <summary>What the recipient with this secret reads, or null.</summary>
    public static byte[]? Open(byte[] message, byte[] secret, byte[] associatedData)
    {
        var count = message[1];
        var body = FirstWrap + (32 * count);
        var ephemeral = message[2..35];
        var point = BouncyCastleCurve.Lift(ephemeral[1..], ephemeral[0] - 2)!;
        var own = BouncyCastleCurve.MultiplyBase(new BigInteger(1, secret)).GetEncoded(compressed: false)[1..];
        var pad = Pad(point.Multiply(new BigInteger(1, secret)).Normalize().GetEncoded(compressed: true), ephemeral, own);
        for (var i = 0; i < count; i++)
        {
            var contentSecret = Xor(message[(FirstWrap + (32 * i))..(FirstWrap + (32 * (i + 1)))], pad);
            var keys = ContentKeys(contentSecret);
            if (keys.AsSpan(0, 32).SequenceEqual(message.AsSpan(35, 32)))
            {
                return Gcm(encrypt: false, keys[32..], [.. message[..body], .. associatedData], message[body..]);
            }
        }

        return null;
    }

    /// <summary>
    /// Seals with all of it chosen; <paramref name="contentSecrets"/> may differ from recipient to recipient, as no honest sender's do, and
    /// the body is then encrypted under <paramref name="bodyKey"/>, or the first one's.
    /// </summary>
    public static byte[] Seal(
        byte[] plaintext, IReadOnlyList<byte[]> recipients, byte[] associatedData, byte[] ephemeralSecret, IReadOnlyList<byte[]> contentSecrets, byte[]? bodyKey = null)
    {
        var e = new BigInteger(1, ephemeralSecret);
        var ephemeral = BouncyCastleCurve.MultiplyBase(e).GetEncoded(compressed: true);
        var keys = ContentKeys(contentSecrets[0]);
        List<byte> header = [1, (byte)recipients.Count, .. ephemeral, .. keys[..32]];
        for (var i = 0; i < recipients.Count; i++)
        {
            var point = BouncyCastleCurve.Lift(recipients[i][..32], recipients[i][63] & 1)!;
            var pad = Pad(point.Multiply(e).Normalize().GetEncoded(compressed: true), ephemeral, recipients[i]);
            header.AddRange(Xor(contentSecrets[i % contentSecrets.Count], pad));
        }

        return [.. header, .. Gcm(encrypt: true, bodyKey ?? keys[32..], [.. header, .. associatedData], plaintext)!];
    }

    /// <summary>commitment || AES key.</summary>
    public static byte[] ContentKeys(byte[] contentSecret) =>
        Hkdf(HkdfParameters.SkipExtractParameters(contentSecret, Encoding.ASCII.GetBytes("quarantine/sealing/content/v1")), 64);

    private static byte[] Pad(byte[] sharedPoint, byte[] ephemeral, byte[] recipient) => Hkdf(
        new HkdfParameters(
            DigestUtilities.CalculateDigest("SHA-256", sharedPoint),
            null,
            [.. Encoding.ASCII.GetBytes("quarantine/sealing/wrap/v1"), .. ephemeral, .. recipient]),
        32);

    private static byte[] Hkdf(HkdfParameters parameters, int length)
    {
        var generator = new HkdfBytesGenerator(new Sha256Digest());
        generator.Init(parameters);
        var output = new byte[length];
        generator.GenerateBytes(output, 0, length);
        return output;
    }

    private static byte[]? Gcm(bool encrypt, byte[] key, byte[] associatedData, byte[] input)
    {
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), 128, new byte[12], associatedData));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        try
        {
            var written = cipher.ProcessBytes(input, 0, input.Length, output, 0);
            cipher.DoFinal(output, written);
            return output;
        }
        catch (InvalidCipherTextException)
        {
            return null;
        }
    }

    private static byte[] Xor(byte[] left, byte[] right) => [.. left.Zip(right, (a, b) => (byte)(a ^ b))];
}
