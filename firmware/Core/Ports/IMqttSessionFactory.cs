namespace Quarantine.Firmware.Core
{
    /// <summary>Makes sessions with the broker of the node's record.</summary>
    public interface IMqttSessionFactory
    {
        /// <summary>A session that tells <paramref name="link"/> what happens to it. May block and fail, where a name is resolved.</summary>
        IMqttSession Create(RadioLink link);
    }
}
