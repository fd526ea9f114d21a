namespace Quarantine.Hardware.Drawings;

/// <summary>A wire: right-angled from point to point.</summary>
/// <param name="Net">What it connects; wires of one net may meet, others may not even cross.</param>
public sealed record WireMark(string Net, IReadOnlyList<Point> Points, WireStyle Style)
{
    public IEnumerable<Box> Segments => Points.Zip(Points.Skip(1), Box.Between);
}
