using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>A node's flash as a folder, which is made as provisioning leaves it where there is none. For one node of one program.</summary>
public sealed class FolderFlash : IStorage
{
    private readonly string _folder;

    public FolderFlash(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            BootCounter.Provision(this);
        }
    }

    /// <summary>Null where there is no such file, or it cannot be read.</summary>
    public byte[] Read(string name)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(_folder, name));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null!;
        }
    }

    public bool Write(string name, byte[] content)
    {
        try
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllBytes(path + ".new", content);
            File.Move(path + ".new", path, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
