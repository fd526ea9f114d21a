using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>Which logs: in one block by its hash, or in a range of blocks, both ends included.</summary>
public sealed record LogFilter
{
    /// <summary>First block; default the newest.</summary>
    public BlockReference From { get; init => field = NotByHash(value); }

    /// <summary>Last block; default the newest.</summary>
    public BlockReference To { get; init => field = NotByHash(value); }

    /// <summary>Only this block; <see cref="From"/> and <see cref="To"/> are not looked at then.</summary>
    public Bytes32? BlockHash { get; init; }

    /// <summary>Only logs of one of these contracts; empty for any.</summary>
    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>For each position of a topic, the values of which it must have one; an empty list for any value. At most four positions.</summary>
    public IReadOnlyList<IReadOnlyList<Bytes32>> Topics
    {
        get;
        init => field = value is { Count: <= LogTopics.Most } ? value : throw new ArgumentException("A log has at most four topics.", nameof(value));
    } = [];

    private static BlockReference NotByHash(BlockReference block) =>
        block.Hash is null ? block : throw new ArgumentException($"A single block's logs are asked for by {nameof(BlockHash)}.", nameof(block));
}
