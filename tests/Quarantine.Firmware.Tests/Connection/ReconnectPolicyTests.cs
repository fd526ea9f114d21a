using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Connection;

public sealed class ReconnectPolicyTests
{
    [Fact]
    public void NextDelay_RepeatedFailures_DoublesToAMinuteWithHalfOfItRandom()
    {
        var policy = new ReconnectPolicy(new SeededRandom(7));
        var ceiling = ReconnectPolicy.FirstMs;
        for (var i = 0; i < 20; i++)
        {
            Assert.InRange(policy.NextDelay(false), ceiling / 2, ceiling);
            ceiling = Math.Min(2 * ceiling, ReconnectPolicy.MaximumMs);
        }

        policy.Reset();
        Assert.InRange(policy.NextDelay(false), 500, 1000);
    }

    [Fact]
    public void NextDelay_RefusedCredentials_GrowsToTenMinutes()
    {
        var policy = new ReconnectPolicy(new SeededRandom(7));
        var last = 0;
        for (var i = 0; i < 20; i++)
        {
            last = policy.NextDelay(true);
        }

        Assert.InRange(last, 300_000, 600_000);
    }

    [Fact]
    public void NextDelay_ManyNodes_DoNotComeTogether()
    {
        var delays = Enumerable.Range(0, 50).Select(i => new ReconnectPolicy(new SeededRandom((uint)(i * 7919))).NextDelay(false)).Distinct();
        Assert.True(delays.Count() > 40);
    }
}
