namespace Quarantine.Gateway.Presence;

/// <summary>What the house does at a moment.</summary>
public enum PresenceState
{
    Unknown,
    Home,
    Away,
}
