namespace Quarantine.Terminal.Passwords;

/// <summary>Asks a person: for a password without showing it, and for what belongs to one.</summary>
public interface IPasswordPrompt
{
    /// <summary>Whether there is a person to ask.</summary>
    bool IsAvailable { get; }

    /// <summary>Asks; the answer may be empty.</summary>
    Password Ask(string question);

    /// <summary>Asks for what is no secret, and shows what is typed.</summary>
    string AskOpenly(string question);
}
