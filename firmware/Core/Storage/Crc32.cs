namespace Quarantine.Firmware.Core
{
    /// <summary>CRC-32 of IEEE 802.3, against torn writes and worn flash. It is no protection against people.</summary>
    public static class Crc32
    {
        /// <summary>The checksum of the first <paramref name="length"/> bytes.</summary>
        public static uint Compute(byte[] bytes, int length)
        {
            uint crc = 0xFFFFFFFF;
            for (int i = 0; i < length; i++)
            {
                crc ^= bytes[i];
                for (int bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
                }
            }

            return ~crc;
        }
    }
}
