namespace Quarantine.Gateway.Presence;

/// <summary>The outputs of the motion sensors inside. Not thread-safe.</summary>
internal sealed class MotionOutputs(PresenceOptions options)
{
    private readonly Dictionary<string, DateTimeOffset> _rose = [];

    public void Rise(Observation observation) => _rose[observation.Source] = observation.Time;

    /// <summary>
    /// Until when something must have moved for an output to fall only now; null where it tells nothing: it did not rise, or rose so lately
    /// that it may have held itself. Where several sensors share a source, the last that rose counts.
    /// </summary>
    public DateTimeOffset? Fall(Observation observation) =>
        _rose.Remove(observation.Source, out var rose) && observation.Time - options.MotionHold is var held && held > rose ? held : null;

    public MotionOutputs Clone()
    {
        var copy = new MotionOutputs(options);
        foreach (var output in _rose)
        {
            copy._rose.Add(output.Key, output.Value);
        }

        return copy;
    }
}
