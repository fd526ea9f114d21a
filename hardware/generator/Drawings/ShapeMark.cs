namespace Quarantine.Hardware.Drawings;

/// <summary>A filled shape, a box with round corners.</summary>
/// <param name="Closed">Whether wires must keep out of it.</param>
public sealed record ShapeMark(Box Box, string Fill, string Stroke, double Radius, string Dash, bool Closed);
