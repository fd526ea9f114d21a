using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Ingest;

/// <summary>
/// Watches over one node. Silence is a fault from when it was noticed; where the node comes back in the same boot, it sensed and kept
/// everything, and the fault is withdrawn; where it comes back in another boot, it was off until that boot. Not thread-safe.
/// </summary>
public sealed class NodeWatch(string node, TimeSpan healthInterval, FaultStore faults, HousePresence presence)
{
    private const int MissedHealths = 3;
    private static readonly TimeSpan LeastSilence = TimeSpan.FromMinutes(10);

    private DateTimeOffset? _faultSince;
    private DateTimeOffset? _heard;
    private uint? _boot;
    private bool _heardSinceStart;

    /// <summary>When the node is given up unless it is heard; null while a fault is open, or before it was ever heard.</summary>
    public DateTimeOffset? SilentAt => _faultSince is null && _heard is { } heard ? heard + Silence : null;

    /// <summary>Last proof of life.</summary>
    public DateTimeOffset? Heard => _heard;

    public uint? Boot => _boot;

    private TimeSpan Silence => healthInterval * MissedHealths > LeastSilence ? healthInterval * MissedHealths : LeastSilence;

    /// <summary>Restores what the store knew of the node before this start.</summary>
    public void Restore(uint boot, DateTimeOffset heard, DateTimeOffset? openFault) => (_boot, _heard, _faultSince) = (boot, heard, openFault);

    /// <summary>A message of the node came.</summary>
    /// <param name="boot">Its boot counter; messages of an earlier boot prove nothing.</param>
    /// <param name="bootedAt">When that boot began, by the gateway's clock.</param>
    /// <param name="receipt">When the message came.</param>
    public void Hear(uint boot, DateTimeOffset bootedAt, DateTimeOffset receipt)
    {
        if (boot < _boot)
        {
            return;
        }

        if (boot > _boot)
        {
            // While this program was off, nobody noticed when the node went silent: only its last message is proof.
            OpenFault(_heardSinceStart ? bootedAt : _heard ?? bootedAt);
            CloseFault(bootedAt);
        }
        else if (_faultSince is { } since)
        {
            Withdraw(since);
        }

        (_boot, _heard, _heardSinceStart) = (boot, receipt, true);
    }

    /// <summary>The broker says that the node's connection broke.</summary>
    public void Lose(DateTimeOffset time)
    {
        if (_boot is not null)
        {
            OpenFault(time);
        }
    }

    /// <summary>Opens a fault where the node has been silent for too long.</summary>
    public void Check(DateTimeOffset now)
    {
        if (SilentAt <= now)
        {
            OpenFault(_heard!.Value);
        }
    }

    private void OpenFault(DateTimeOffset since)
    {
        if (_faultSince is null)
        {
            _faultSince = since;
            faults.Begin(node, UnknownCause.Sensor, since);
            presence.Add(Fault(since, ObservationKind.FaultBegan));
        }
    }

    private void CloseFault(DateTimeOffset until)
    {
        if (_faultSince is not { } since)
        {
            return;
        }

        if (until <= since)
        {
            Withdraw(since);
            return;
        }

        faults.End(node, UnknownCause.Sensor, until);
        presence.Add(Fault(until, ObservationKind.FaultEnded));
        _faultSince = null;
    }

    private void Withdraw(DateTimeOffset since)
    {
        faults.Withdraw(node, UnknownCause.Sensor);
        presence.Remove(Fault(since, ObservationKind.FaultBegan));
        _faultSince = null;
    }

    private Observation Fault(DateTimeOffset time, ObservationKind kind) => new(time, kind, node, UnknownCause.Sensor);
}
