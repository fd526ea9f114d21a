namespace Quarantine.Firmware.Core
{
    /// <summary>Takes what the sensors recognise.</summary>
    public interface IEventSink
    {
        /// <summary>An event that happened at <paramref name="up"/> ms since boot.</summary>
        void Emit(EventKind kind, string value, long up);
    }
}
