namespace Quarantine.Gateway.Presence;

/// <summary>What the door has reported. Immutable.</summary>
/// <param name="IsOpen">Its last report; null before the first.</param>
/// <param name="ReportsBothSides">Whether it has reported both opening and closing.</param>
internal readonly record struct DoorContact(bool? IsOpen, bool ReportsBothSides)
{
    public DoorContact With(bool open) => new(open, ReportsBothSides || IsOpen == !open);

    /// <summary>What a further report tells.</summary>
    public DoorReport Judge(bool open) =>
        IsOpen is null ? DoorReport.Repetition
        : IsOpen != open ? DoorReport.Movement
        : open && !ReportsBothSides ? DoorReport.OneSided
        : DoorReport.Repetition;
}
