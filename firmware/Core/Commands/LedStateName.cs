namespace Quarantine.Firmware.Core
{
    /// <summary>The states' names in messages.</summary>
    public static class LedStateName
    {
        /// <summary>False for any other text.</summary>
        public static bool TryParse(string name, out LedState state)
        {
            state = LedState.Calm;
            if (name == "sent")
            {
                state = LedState.Sent;
            }
            else if (name == "acknowledged")
            {
                state = LedState.Acknowledged;
            }
            else if (name == "fault")
            {
                state = LedState.Fault;
            }

            return name == "calm" || state != LedState.Calm;
        }
    }
}
