namespace Quarantine.PresenceTrials.Homes;

/// <summary>A span of time, in minutes since the recording began.</summary>
internal readonly record struct Span(double From, double To)
{
    public double Length => To - From;

    public double Overlap(Span other) => Math.Max(0, Math.Min(To, other.To) - Math.Max(From, other.From));

    /// <summary>Overlap by union.</summary>
    public double Likeness(Span other) => Overlap(other) is var both && both > 0 ? both / (Length + other.Length - both) : 0;
}
