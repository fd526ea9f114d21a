namespace Quarantine.Benchmarks.Measuring;

/// <summary>A figure that this run must reach: at most, or at least, a bound.</summary>
internal sealed record Bar(string What, double Value, double Bound, bool AtMost)
{
    internal bool IsReached => AtMost ? Value <= Bound : Value >= Bound;

    public override string ToString() =>
        $"{(IsReached ? "reached" : "MISSED ")}  {What}: {Value:0.00} ({(AtMost ? "at most" : "at least")} {Bound:0.00})";
}
