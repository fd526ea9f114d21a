namespace Quarantine.Firmware.Core
{
    /// <summary>What the light says to the household.</summary>
    public enum LedState
    {
        /// <summary>All is well, nothing is pending.</summary>
        Calm = 0,

        /// <summary>The gateway has the call for help.</summary>
        Sent = 1,

        /// <summary>A worker has read it.</summary>
        Acknowledged = 2,

        /// <summary>The node cannot do its work, or a call for help does not get through.</summary>
        Fault = 3,
    }
}
