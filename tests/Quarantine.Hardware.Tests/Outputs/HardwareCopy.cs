using Quarantine.Hardware.Outputs;

namespace Quarantine.Hardware.Tests.Outputs;

/// <summary>A copy of all that the generator reads and writes, to be broken.</summary>
internal sealed class HardwareCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarantine-hardware-");

    public HardwareCopy()
    {
        Files = new RepositoryFiles(_folder.FullName);
        var sources = Directory.EnumerateFiles(Hardware.Files.PathOf(RepositoryFiles.SensorNode), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Hardware.Files.Root, file));
        foreach (var path in sources.Append(RepositoryFiles.PinMapPath).Append(GeneratedFiles.FirmwarePath))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Files.PathOf(path))!);
            File.Copy(Hardware.Files.PathOf(path), Files.PathOf(path));
        }
    }

    public RepositoryFiles Files { get; }

    /// <summary>Changes a file; a change that changes nothing would prove nothing.</summary>
    public void Change(string path, Func<string, string> change)
    {
        var before = Files.Read(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(Files.PathOf(path), after);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
