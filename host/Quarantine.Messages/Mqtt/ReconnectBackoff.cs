using System.Security.Cryptography;

namespace Quarantine.Messages.Mqtt;

/// <summary>Doubling delays with a random part: half to all of min(maximum, first * 2^failures). Not thread-safe.</summary>
internal sealed class ReconnectBackoff(TimeSpan first, TimeSpan maximum)
{
    private int _failures;

    internal TimeSpan Next()
    {
        var ceiling = Math.Min(maximum.TotalMilliseconds, first.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, 30)));
        _failures++;
        var part = RandomNumberGenerator.GetInt32(500, 1001) / 1000.0;
        return TimeSpan.FromMilliseconds(ceiling * part);
    }

    internal void Reset() => _failures = 0;
}
