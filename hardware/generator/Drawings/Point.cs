namespace Quarantine.Hardware.Drawings;

/// <summary>A place on the page, in quarters of a millimetre from the top left corner.</summary>
public readonly record struct Point(double X, double Y);
