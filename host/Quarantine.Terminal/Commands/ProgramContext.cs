using Quarantine.Ethereum.Keystore;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Terminal.Commands;

/// <summary>What surrounds a program: streams, environment, clock, and the person at the terminal.</summary>
public sealed record ProgramContext
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress and errors.</summary>
    public required TextWriter Error { get; init; }

    public required IPasswordPrompt Passwords { get; init; }

    /// <summary>An environment variable's value; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Cost of fresh keystores. Default: geth's standard.</summary>
    public ScryptParameters KeystoreCost { get; init; } = ScryptParameters.Standard;

    /// <summary>Whether a person looks at <see cref="Output"/>.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/>.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>NO_COLOR is set, to whatever (no-color.org).</summary>
    public bool IsColourUnwanted => Environment("NO_COLOR") is { Length: > 0 };

    /// <summary>Those of this process.</summary>
    public static ProgramContext OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Passwords = new ConsolePasswordPrompt(),
        Environment = System.Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
    };
}
