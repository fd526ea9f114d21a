namespace Quarantine.Hardware.Circuits;

public sealed record Resistor(string Reference, double Ohms)
{
    public string Value => Quantity.Ohms(Ohms);
}
