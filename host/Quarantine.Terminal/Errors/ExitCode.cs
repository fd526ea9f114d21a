namespace Quarantine.Terminal.Errors;

/// <summary>Exit codes of every program. Scripts rely on the numbers: they do not change.</summary>
public enum ExitCode
{
    Success = 0,

    /// <summary>A fault of the program, or one that none of the others names.</summary>
    Failure = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>A file is missing, unreadable or wrong.</summary>
    Input = 3,

    /// <summary>A key could not be opened: no or a wrong password, or a broken keystore.</summary>
    Key = 4,

    /// <summary>A chain node or broker cannot be reached, or answers nonsense.</summary>
    Unreachable = 5,

    /// <summary>A contract or a chain node refused.</summary>
    Refused = 6,

    /// <summary>Something was verified, and does not hold.</summary>
    NotVerified = 7,

    /// <summary>Stopped by Ctrl-C before the work was done.</summary>
    Cancelled = 130,
}
