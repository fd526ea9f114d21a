namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Two LEDs that count the red one's flashes.</summary>
    public sealed class TestLamp : ILamp
    {
        private bool _red;

        public int RedFlashes { get; private set; }

        public bool WasGreen { get; private set; }

        public void Set(bool green, bool red)
        {
            RedFlashes += red && !_red ? 1 : 0;
            WasGreen = WasGreen || green;
            _red = red;
        }
    }
}
