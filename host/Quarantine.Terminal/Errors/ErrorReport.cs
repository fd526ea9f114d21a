namespace Quarantine.Terminal.Errors;

/// <summary>What a person is told of a failure. Texts are sentences without secrets.</summary>
/// <param name="Code">The program's exit code.</param>
/// <param name="What">What happened.</param>
/// <param name="Where">The file, option, address or call; empty where <paramref name="What"/> says it.</param>
/// <param name="Next">What to do next.</param>
public sealed record ErrorReport(ExitCode Code, string What, string Where, string Next);
