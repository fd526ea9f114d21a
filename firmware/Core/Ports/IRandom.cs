namespace Quarantine.Firmware.Core
{
    /// <summary>Randomness for delays; nothing secret hangs on it.</summary>
    public interface IRandom
    {
        /// <summary>A number from 0 to <paramref name="exclusiveMaximum"/> - 1, which is at least 1.</summary>
        int Next(int exclusiveMaximum);
    }
}
