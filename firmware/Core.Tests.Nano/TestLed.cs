namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Remembers what the light shows.</summary>
    public sealed class TestLed : ILedDisplay
    {
        public LedState Shown { get; private set; }

        public void Show(LedState state)
        {
            Shown = state;
        }
    }
}
