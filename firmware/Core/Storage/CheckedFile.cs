namespace Quarantine.Firmware.Core
{
    /// <summary>A number in a small file with its checksum: 8 bytes value, 4 bytes CRC-32 of them, both big-endian.</summary>
    public static class CheckedFile
    {
        /// <summary>What <see cref="Read"/> returns where there is no such file.</summary>
        public const long Absent = -1;

        /// <summary>What <see cref="Read"/> returns where the content is not what was written.</summary>
        public const long Corrupt = -2;

        private const int ValueLength = 8;
        private const int Length = 12;

        /// <summary>The value, 0 to <paramref name="maximum"/>; or <see cref="Absent"/> or <see cref="Corrupt"/>.</summary>
        public static long Read(IStorage storage, string name, long maximum)
        {
            byte[] content = storage.Read(name);
            if (content == null)
            {
                return Absent;
            }

            if (content.Length != Length || Load(content, ValueLength, Length) != Crc32.Compute(content, ValueLength))
            {
                return Corrupt;
            }

            long value = Load(content, 0, ValueLength);
            return value < 0 || value > maximum ? Corrupt : value;
        }

        public static bool Write(IStorage storage, string name, long value)
        {
            byte[] content = new byte[Length];
            Store(content, 0, ValueLength, value);
            Store(content, ValueLength, Length, Crc32.Compute(content, ValueLength));
            return storage.Write(name, content);
        }

        private static long Load(byte[] bytes, int from, int to)
        {
            long value = 0;
            for (int i = from; i < to; i++)
            {
                value = (value << 8) | bytes[i];
            }

            return value;
        }

        private static void Store(byte[] bytes, int from, int to, long value)
        {
            for (int i = to - 1; i >= from; i--)
            {
                bytes[i] = (byte)value;
                value >>= 8;
            }
        }
    }
}
