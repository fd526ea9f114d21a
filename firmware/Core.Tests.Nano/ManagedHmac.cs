namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>
    /// HMAC-SHA256 (RFC 2104, FIPS 180-4) in plain C#: the desktop's interpreter has no native cryptography. For tests only; the image uses the
    /// platform's.
    /// </summary>
    public sealed class ManagedHmac : IHmac
    {
        private const int BlockLength = 64;

        public byte[] Compute(byte[] key, byte[] message)
        {
            byte[] inner = Keyed(key, 0x36, message);
            return Sha256.Compute(Keyed(key, 0x5C, Sha256.Compute(inner)));
        }

        /// <summary>The key, at most a block long, masked, and then the text.</summary>
        private static byte[] Keyed(byte[] key, int mask, byte[] text)
        {
            byte[] keyed = new byte[BlockLength + text.Length];
            for (int i = 0; i < BlockLength; i++)
            {
                keyed[i] = (byte)((i < key.Length ? key[i] : 0) ^ mask);
            }

            for (int i = 0; i < text.Length; i++)
            {
                keyed[BlockLength + i] = text[i];
            }

            return keyed;
        }
    }
}
