namespace Quarantine.Firmware.Core
{
    /// <summary>One digital input and its rules. Times never go backwards.</summary>
    public interface ISensor
    {
        /// <summary>The sensor's state after all rules: open, motion, tampered, pressed.</summary>
        bool Active { get; }

        /// <summary>When <see cref="Advance"/> is next needed, ms since boot; <see cref="long.MaxValue"/> for never.</summary>
        long NextDue { get; }

        /// <summary>The input's level, at the time of its edge.</summary>
        void SetRaw(bool level, long up);

        /// <summary>Lets time pass.</summary>
        void Advance(long up);
    }
}
