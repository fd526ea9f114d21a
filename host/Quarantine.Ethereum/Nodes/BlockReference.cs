using System.Globalization;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>Which block: by tag, number or hash. The default value is <see cref="Latest"/>.</summary>
public readonly record struct BlockReference
{
    private BlockReference(string? tag, ulong? number, Bytes32? hash)
    {
        Tag = tag;
        Number = number;
        Hash = hash;
    }

    /// <summary>The newest block, which may still be replaced.</summary>
    public static BlockReference Latest => default;

    /// <summary>The newest block that is unlikely to be replaced.</summary>
    public static BlockReference Safe { get; } = new("safe", null, null);

    /// <summary>The newest block that cannot be replaced without loss of at least a third of the stake.</summary>
    public static BlockReference Finalized { get; } = new("finalized", null, null);

    /// <summary>The newest block and the node's pool upon it.</summary>
    public static BlockReference Pending { get; } = new("pending", null, null);

    /// <summary>The genesis block.</summary>
    public static BlockReference Earliest { get; } = new("earliest", null, null);

    /// <summary>The tag where the block is named neither by number nor by hash, otherwise null.</summary>
    public string? Tag => field ?? (Number is null && Hash is null ? "latest" : null);

    public ulong? Number { get; }

    public Bytes32? Hash { get; }

    /// <summary>The block with this number in the chain that the node now holds to be the right one.</summary>
    public static BlockReference At(ulong number) => new(null, number, null);

    /// <summary>The block with this hash; calls fail where it is not (any more) part of the chain.</summary>
    public static BlockReference At(Bytes32 hash) => new(null, null, hash);

    public override string ToString() => Tag ?? Hash?.ToString() ?? Number.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
}
