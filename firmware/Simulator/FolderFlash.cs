using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>A node's flash as a folder.</summary>
public sealed class FolderFlash(string folder) : IStorage
{
    public byte[] Read(string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, name));
        }
        catch (IOException)
        {
            return null!;
        }
    }

    public bool Write(string name, byte[] content)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, name), content);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
