namespace Quarantine.Firmware.Core
{
    /// <summary>What must be there before MQTT. Both calls block, for a limited time, and run on the radio's thread only.</summary>
    public interface INetwork
    {
        /// <summary>Joins the network; false where it cannot be joined at present.</summary>
        bool Join();

        /// <summary>
        /// Sees to a date that certificates can be judged by; false where no time server answered and a date that is surely past had to do.
        /// </summary>
        bool SetClock();
    }
}
