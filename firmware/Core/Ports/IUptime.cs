namespace Quarantine.Firmware.Core
{
    /// <summary>The one clock that events are dated by.</summary>
    public interface IUptime
    {
        /// <summary>ms since boot; never goes backwards.</summary>
        long Up { get; }
    }
}
