namespace Quarantine.Hardware.Circuits;

/// <summary>A part that the pin map connects.</summary>
/// <param name="Description">A value (<c>10 kΩ</c>) or a part number.</param>
public sealed record ConnectedPart(string Reference, string Description, bool IsValue, bool Optional);
