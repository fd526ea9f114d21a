using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>A message of a node as it came from the house's broker.</summary>
/// <param name="Topic">Where.</param>
/// <param name="Payload">What; not judged yet.</param>
/// <param name="Retained">Whether the broker had kept it.</param>
/// <param name="Receipt">When, by the gateway's clock.</param>
/// <param name="Live">Whether it surely did not wait in the broker.</param>
internal sealed record NodeMessage(NodeTopic Topic, ReadOnlyMemory<byte> Payload, bool Retained, DateTimeOffset Receipt, bool Live);
