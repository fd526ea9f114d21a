namespace Quarantine.Gateway.Ingest;

/// <summary>A sensor event with the time that the gateway gave it.</summary>
/// <param name="Node">The node.</param>
/// <param name="Boot">The node's boot counter.</param>
/// <param name="Sequence">The event's number in that boot, from 1.</param>
/// <param name="UpMilliseconds">Milliseconds since boot at the event.</param>
/// <param name="Kind">Number of the sensor kind.</param>
/// <param name="Value">Number of the value; millivolts of a battery.</param>
/// <param name="Time">When it was, by the gateway's clock.</param>
/// <param name="Uncertain">Whether no live message gave an offset.</param>
public sealed record StoredEvent(
    string Node, uint Boot, uint Sequence, ulong UpMilliseconds, int Kind, int Value, DateTimeOffset Time, bool Uncertain);
