namespace Quarantine.Hardware.Parts;

/// <summary>What the parts for one board cost, as the bill's last lines say.</summary>
/// <param name="Fit"><c>standard</c>: without what is optional; <c>optional</c>: with it.</param>
public sealed record BillTotal(string Board, string Fit, decimal Price);
