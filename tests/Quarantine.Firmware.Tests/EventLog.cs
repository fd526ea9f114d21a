using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>Collects what sensors emit.</summary>
internal sealed class EventLog : IEventSink
{
    internal List<(EventKind Kind, string Value, long Up)> Events { get; } = [];

    public void Emit(EventKind kind, string value, long up) => Events.Add((kind, value, up));
}
