namespace Quarantine.Hardware.Circuits;

public sealed record Capacitor(string Reference, double Nanofarads)
{
    public string Value => Quantity.Nanofarads(Nanofarads);
}
