using System.Collections;

namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Files in memory that outlive a node's core, with the faults of flash.</summary>
    public sealed class MemoryStorage : IStorage
    {
        private readonly Hashtable _files = new Hashtable();

        public bool Full { get; set; }

        public byte[] Read(string name)
        {
            return (byte[])_files[name];
        }

        public bool Write(string name, byte[] content)
        {
            if (Full)
            {
                return false;
            }

            _files[name] = content;
            return true;
        }
    }
}
