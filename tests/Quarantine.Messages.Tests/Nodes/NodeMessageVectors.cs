using System.Text.Json;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;

namespace Quarantine.Messages.Tests.Nodes;

/// <summary>The fixed messages that firmware and gateway share: tests/vectors/node-messages.json.</summary>
internal sealed class NodeMessageVectors
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public string House { get; init; } = "";

    public string Node { get; init; } = "";

    public string Key { get; init; } = "";

    public IReadOnlyList<EventVector> Events { get; init; } = [];

    public IReadOnlyList<HealthVector> Health { get; init; } = [];

    public IReadOnlyList<AcknowledgementVector> Acknowledgements { get; init; } = [];

    public IReadOnlyList<LedVector> Leds { get; init; } = [];

    internal static NodeMessageVectors Read() => JsonSerializer.Deserialize<NodeMessageVectors>(
        File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "tests", "vectors", "node-messages.json")), Options)!;

    internal NodeKey NodeKey() => Messages.Nodes.NodeKey.TryParse(Key, out var key) ? key : throw new InvalidDataException("The vectors' key is not a key.");

    internal sealed record EventVector(uint Boot, uint Seq, ulong Up, ulong Sent, string Kind, string Value, string Message);

    internal sealed record HealthVector(uint Boot, ulong Up, uint Queued, uint Dropped, int Battery, int Faults, string Message);

    internal sealed record AcknowledgementVector(uint Boot, uint Seq, string Message);

    internal sealed record LedVector(string Value, ulong Id, string Message);
}
