namespace Quarantine.Hardware.Circuits;

/// <summary>A part at the end of a wire: contact, sensor, light, cell or supply.</summary>
/// <param name="MinimumLoadMicroamperes">Current below which its maker does not promise a contact; 0: none, as in a sealed reed.</param>
/// <param name="Maker">Given where the part number alone would tell nobody what it is.</param>
public sealed record Device(string Reference, string Title, string PartNumber, double MinimumLoadMicroamperes = 0, string? Maker = null)
{
    public string Label => Maker is null ? PartNumber : $"{Maker} {PartNumber}";
}
