namespace Quarantine.Firmware.Core
{
    /// <summary>Two LEDs.</summary>
    public interface ILamp
    {
        void Set(bool green, bool red);
    }
}
