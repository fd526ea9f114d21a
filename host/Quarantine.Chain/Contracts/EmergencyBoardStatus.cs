namespace Quarantine.Chain.Contracts;

/// <summary>Where an emergency stands on the board; the contract's numbers. It never goes back.</summary>
public enum EmergencyBoardStatus
{
    Unknown = 0,
    Posted = 1,
    Published = 2,
    Acknowledged = 3,
    Resolved = 4,
}
