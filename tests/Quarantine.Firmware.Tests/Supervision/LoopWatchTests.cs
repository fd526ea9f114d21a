using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Supervision;

public sealed class LoopWatchTests
{
    [Fact]
    public void IsStuck_LoopSilentForLongerThanTheLimit_IsTrueUntilItLives()
    {
        var watch = new LoopWatch(30_000, 1000);
        Assert.False(watch.IsStuck(31_000));
        Assert.True(watch.IsStuck(31_001));
        watch.Alive(31_002);
        Assert.False(watch.IsStuck(61_002));
    }
}
