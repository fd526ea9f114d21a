using System.Runtime.CompilerServices;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>The topics of a log, none to four. They lie in the log itself, so that thousands of logs make no garbage of arrays.</summary>
public readonly struct LogTopics : IEquatable<LogTopics>
{
    /// <summary>The most topics that a log has.</summary>
    public const int Most = 4;

    private readonly Words _words;

    /// <summary>Copies none to four topics.</summary>
    public LogTopics(ReadOnlySpan<Bytes32> topics)
    {
        if (topics.Length > Most)
        {
            throw new ArgumentException("A log has at most four topics.", nameof(topics));
        }

        topics.CopyTo(_words);
        Count = topics.Length;
    }

    public int Count { get; }

    /// <summary>The topic at <paramref name="index"/>, from 0 to <see cref="Count"/> - 1.</summary>
    public Bytes32 this[int index] =>
        (uint)index < (uint)Count ? _words[index] : throw new ArgumentOutOfRangeException(nameof(index), index, $"The log has {Count} topics.");

    public static bool operator ==(LogTopics left, LogTopics right) => left.Equals(right);

    public static bool operator !=(LogTopics left, LogTopics right) => !left.Equals(right);

    public Bytes32[] ToArray()
    {
        ReadOnlySpan<Bytes32> words = _words;
        return words[..Count].ToArray();
    }

    public bool Equals(LogTopics other)
    {
        ReadOnlySpan<Bytes32> mine = _words;
        ReadOnlySpan<Bytes32> others = other._words;
        return Count == other.Count && mine.SequenceEqual(others);
    }

    public override bool Equals(object? obj) => obj is LogTopics other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Count, _words[0], _words[1], _words[2], _words[3]);

    [InlineArray(Most)]
    private struct Words
    {
        private Bytes32 _first;
    }
}
