namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>SHA-256 (FIPS 180-4, section 6.2).</summary>
    public static class Sha256
    {
        private const int BlockLength = 64;

        private static readonly uint[] K =
        {
            0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
            0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
            0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
            0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
            0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
            0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
            0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
            0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
        };

        public static byte[] Compute(byte[] message)
        {
            uint[] h = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
            byte[] padded = Pad(message);
            for (int at = 0; at < padded.Length; at += BlockLength)
            {
                Compress(h, Schedule(padded, at));
            }

            byte[] digest = new byte[32];
            for (int i = 0; i < digest.Length; i++)
            {
                digest[i] = (byte)(h[i / 4] >> (24 - (8 * (i % 4))));
            }

            return digest;
        }

        private static byte[] Pad(byte[] message)
        {
            byte[] padded = new byte[(message.Length + 9 + BlockLength - 1) / BlockLength * BlockLength];
            for (int i = 0; i < message.Length; i++)
            {
                padded[i] = message[i];
            }

            padded[message.Length] = 0x80;
            long bits = message.Length * 8L;
            for (int i = padded.Length - 1; bits > 0; i--)
            {
                padded[i] = (byte)bits;
                bits >>= 8;
            }

            return padded;
        }

        private static uint[] Schedule(byte[] text, int at)
        {
            uint[] w = new uint[64];
            for (int t = 0; t < 16; t++)
            {
                int i = at + (4 * t);
                w[t] = ((uint)text[i] << 24) | ((uint)text[i + 1] << 16) | ((uint)text[i + 2] << 8) | text[i + 3];
            }

            for (int t = 16; t < 64; t++)
            {
                uint s0 = Rotate(w[t - 15], 7) ^ Rotate(w[t - 15], 18) ^ (w[t - 15] >> 3);
                uint s1 = Rotate(w[t - 2], 17) ^ Rotate(w[t - 2], 19) ^ (w[t - 2] >> 10);
                w[t] = w[t - 16] + s0 + w[t - 7] + s1;
            }

            return w;
        }

        private static void Compress(uint[] h, uint[] w)
        {
            uint a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], last = h[7];
            for (int t = 0; t < 64; t++)
            {
                uint t1 = last + (Rotate(e, 6) ^ Rotate(e, 11) ^ Rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[t] + w[t];
                uint t2 = (Rotate(a, 2) ^ Rotate(a, 13) ^ Rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
                last = g;
                g = f;
                f = e;
                e = d + t1;
                d = c;
                c = b;
                b = a;
                a = t1 + t2;
            }

            h[0] += a;
            h[1] += b;
            h[2] += c;
            h[3] += d;
            h[4] += e;
            h[5] += f;
            h[6] += g;
            h[7] += last;
        }

        private static uint Rotate(uint value, int bits)
        {
            return (value >> bits) | (value << (32 - bits));
        }
    }
}
