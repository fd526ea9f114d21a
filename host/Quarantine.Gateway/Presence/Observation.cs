namespace Quarantine.Gateway.Presence;

/// <summary>
/// One input of presence. Observations are ordered by time, then by kind, source and cause, so that any order of arrival
/// has one sorted form.
/// </summary>
/// <param name="Time">When it happened, by the gateway's clock.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Source">The node, or the part of the gateway, that saw it.</param>
/// <param name="Cause">For faults: why.</param>
public sealed record Observation(DateTimeOffset Time, ObservationKind Kind, string Source = "", UnknownCause Cause = UnknownCause.None)
    : IComparable<Observation>
{
    public static bool operator <(Observation left, Observation right) => left.CompareTo(right) < 0;

    public static bool operator >(Observation left, Observation right) => left.CompareTo(right) > 0;

    public static bool operator <=(Observation left, Observation right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Observation left, Observation right) => left.CompareTo(right) >= 0;

    public int CompareTo(Observation? other)
    {
        if (other is null)
        {
            return 1;
        }

        var time = Time.CompareTo(other.Time);
        var kind = time != 0 ? time : Kind.CompareTo(other.Kind);
        var source = kind != 0 ? kind : string.CompareOrdinal(Source, other.Source);
        return source != 0 ? source : Cause.CompareTo(other.Cause);
    }
}
