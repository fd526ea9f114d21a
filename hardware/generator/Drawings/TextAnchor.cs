namespace Quarantine.Hardware.Drawings;

public enum TextAnchor
{
    Start,
    Middle,
    End,
}
