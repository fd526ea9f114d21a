namespace Quarantine.Firmware.Core
{
    /// <summary>What happened outside the node's loop.</summary>
    public enum MailKind
    {
        /// <summary>An input's edge.</summary>
        Level = 0,

        /// <summary>An MQTT message.</summary>
        Message = 1,

        /// <summary>An attempt to connect succeeded.</summary>
        Connected = 2,

        /// <summary>An attempt to connect failed.</summary>
        ConnectFailed = 3,

        /// <summary>A connection broke.</summary>
        Lost = 4,
    }
}
