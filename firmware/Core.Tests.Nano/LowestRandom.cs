namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Always the lowest number, so that delays are known.</summary>
    public sealed class LowestRandom : IRandom
    {
        public int Next(int exclusiveMaximum)
        {
            return 0;
        }
    }
}
