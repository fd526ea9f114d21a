namespace Quarantine.Benchmarks.Timing;

/// <summary>An operation on a secret.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Runs">How often it is timed, with secrets of both kinds.</param>
/// <param name="Prepare">Makes everything that the operation needs of a secret of 32 bytes; only what it returns is timed, once.</param>
internal sealed record LeakProbe(string Name, int Runs, Func<byte[], Action> Prepare);
