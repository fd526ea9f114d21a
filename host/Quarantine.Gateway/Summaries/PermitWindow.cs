namespace Quarantine.Gateway.Summaries;

/// <summary>A window in which an officer allows this household to leave; already verified.</summary>
/// <param name="From">First moment.</param>
/// <param name="Until">First moment after it.</param>
public sealed record PermitWindow(DateTimeOffset From, DateTimeOffset Until);
