namespace Quarantine.Firmware.Core
{
    /// <summary>The digital inputs, which also post their edges to the <see cref="Mailbox"/>.</summary>
    public interface IInputs
    {
        /// <summary>The inputs that are active now, bits of <see cref="SensorInput"/>.</summary>
        int Read();
    }
}
