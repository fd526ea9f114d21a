namespace Quarantine.Firmware.Core
{
    /// <summary>Hexadecimal text, either case.</summary>
    public static class HexText
    {
        /// <summary>Decodes text that stands for exactly <paramref name="length"/> bytes; null for any other text.</summary>
        public static byte[] Decode(string text, int length)
        {
            if (text == null || text.Length != 2 * length)
            {
                return null;
            }

            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++)
            {
                int high = ValueOf(text[2 * i]);
                int low = ValueOf(text[(2 * i) + 1]);
                if (high < 0 || low < 0)
                {
                    return null;
                }

                bytes[i] = (byte)((high << 4) | low);
            }

            return bytes;
        }

        private static int ValueOf(char c)
        {
            if (c >= '0' && c <= '9')
            {
                return c - '0';
            }

            if (c >= 'a' && c <= 'f')
            {
                return c - 'a' + 10;
            }

            return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        }
    }
}
