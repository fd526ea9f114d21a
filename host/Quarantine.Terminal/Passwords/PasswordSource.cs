namespace Quarantine.Terminal.Passwords;

/// <summary>
/// Where a password comes from: a file, an environment variable, or the person at the terminal. Never the command line, which every process
/// of the machine can read.
/// </summary>
/// <param name="File">Its first line is the password; null for none.</param>
/// <param name="Variable">Name of an environment variable; null for none.</param>
public sealed record PasswordSource(string? File, string? Variable)
{
    /// <summary>Asks at the terminal.</summary>
    public static PasswordSource Prompt { get; } = new(null, null);
}
