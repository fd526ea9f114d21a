using System.Collections.Concurrent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>A node's flash in memory, as provisioning leaves it: survives the node's power, not the program. Thread-safe.</summary>
public sealed class MemoryFlash : IStorage
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public MemoryFlash() => BootCounter.Provision(this);

    /// <summary>Null where there is no such file.</summary>
    public byte[] Read(string name) => _files.TryGetValue(name, out var content) ? [.. content] : null!;

    public bool Write(string name, byte[] content)
    {
        _files[name] = [.. content];
        return true;
    }
}
