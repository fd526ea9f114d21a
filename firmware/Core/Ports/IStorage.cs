namespace Quarantine.Firmware.Core
{
    /// <summary>A handful of small files that survive a power loss.</summary>
    public interface IStorage
    {
        /// <summary>The file's content, or null where there is none or it cannot be read.</summary>
        byte[] Read(string name);

        /// <summary>Replaces the file. False where the storage is full or broken; what was there before may then be lost.</summary>
        bool Write(string name, byte[] content);
    }
}
