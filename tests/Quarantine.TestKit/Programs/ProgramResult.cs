namespace Quarantine.TestKit.Programs;

/// <summary>What a program wrote and how it ended.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Error);
