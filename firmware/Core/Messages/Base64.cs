namespace Quarantine.Firmware.Core
{
    /// <summary>Base64 of RFC 4648, section 4, with padding. The platform's own converter is not used: on small platforms it has had an alphabet of its own.</summary>
    public static class Base64
    {
        private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

        /// <summary>Encodes the first <paramref name="length"/> bytes.</summary>
        public static string Encode(byte[] bytes, int length)
        {
            char[] text = new char[(length + 2) / 3 * 4];
            for (int i = 0, o = 0; i < length; i += 3, o += 4)
            {
                int second = i + 1 < length ? bytes[i + 1] : 0;
                int third = i + 2 < length ? bytes[i + 2] : 0;
                int group = (bytes[i] << 16) | (second << 8) | third;
                text[o] = Alphabet[group >> 18];
                text[o + 1] = Alphabet[(group >> 12) & 63];
                text[o + 2] = i + 1 < length ? Alphabet[(group >> 6) & 63] : '=';
                text[o + 3] = i + 2 < length ? Alphabet[group & 63] : '=';
            }

            return new string(text);
        }
    }
}
