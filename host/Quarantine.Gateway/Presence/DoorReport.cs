namespace Quarantine.Gateway.Presence;

/// <summary>What a report of the door tells after the reports before it.</summary>
internal enum DoorReport
{
    /// <summary>The door moved.</summary>
    Movement,

    /// <summary>The door said again that it opened, as it always does: it never reports that it closes.</summary>
    OneSided,

    /// <summary>
    /// The door's first report, or one that says again what it had said before: a movement was missed, or it only told its state.
    /// </summary>
    Repetition,
}
