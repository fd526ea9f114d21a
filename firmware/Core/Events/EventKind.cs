namespace Quarantine.Firmware.Core
{
    /// <summary>Kinds of sensor events, in the order in which a full queue gives them up: motion first, help never.</summary>
    public enum EventKind
    {
        MotionInside = 0,
        MotionOutside = 1,
        Battery = 2,
        Door = 3,
        Tamper = 4,
        Help = 5,
    }
}
