namespace Quarantine.Benchmarks.Measuring;

/// <summary>What one operation took, in microseconds.</summary>
internal sealed record Measurement(Operation Operation, double MedianMicroseconds, double P95Microseconds, int Samples);
