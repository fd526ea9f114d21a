using System;
using System.IO;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// Small files on the internal drive. A write is read back before it counts, and left out where the file is already so: flash wears.
    /// </summary>
    internal sealed class FlashFiles : IStorage
    {
        private const string Drive = "I:\\";

        public byte[] Read(string name)
        {
            try
            {
                return File.Exists(Drive + name) ? File.ReadAllBytes(Drive + name) : null;
            }
            catch (Exception)
            {
                // A file that cannot be read is as good as none; the driver's exceptions vary.
                return null;
            }
        }

        public bool Write(string name, byte[] content)
        {
            if (Same(Read(name), content))
            {
                return true;
            }

            try
            {
                File.WriteAllBytes(Drive + name, content);
            }
            catch (Exception)
            {
                return false;
            }

            return Same(Read(name), content);
        }

        private static bool Same(byte[] one, byte[] other)
        {
            if (one == null || one.Length != other.Length)
            {
                return false;
            }

            for (int i = 0; i < one.Length; i++)
            {
                if (one[i] != other[i])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
