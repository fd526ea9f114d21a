namespace Quarantine.Firmware.Core
{
    /// <summary>The light that the household sees.</summary>
    public interface ILedDisplay
    {
        /// <summary>Called at each change.</summary>
        void Show(LedState state);
    }
}
