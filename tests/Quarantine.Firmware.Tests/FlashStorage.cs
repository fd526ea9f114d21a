using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>Files in memory that outlive a node's core, with the faults of flash.</summary>
internal sealed class FlashStorage : IStorage
{
    internal Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    internal bool Full { get; set; }

    /// <summary>After so many further writes the power fails: the next ones are lost. Null: never.</summary>
    internal int? WritesLeft { get; set; }

    /// <summary>Whether the write during which the power fails leaves half a file.</summary>
    internal bool Tears { get; set; }

    internal int Writes { get; private set; }

    internal static FlashStorage Provisioned()
    {
        var storage = new FlashStorage();
        Assert.True(BootCounter.Provision(storage));
        return storage;
    }

    public byte[]? Read(string name) => Files.GetValueOrDefault(name);

    public bool Write(string name, byte[] content)
    {
        if (Full || WritesLeft < 0)
        {
            return false;
        }

        if (WritesLeft == 0)
        {
            WritesLeft = -1;
            if (Tears)
            {
                Files[name] = content[..6];
            }

            return false;
        }

        WritesLeft--;
        Writes++;
        Files[name] = content;
        return true;
    }
}
