using Microsoft.Extensions.Time.Testing;
using Quarantine.Firmware.Simulator.Time;

namespace Quarantine.Firmware.Tests.Simulator;

public sealed class ScaledTimeProviderTests
{
    [Fact]
    public void Timers_FactorSixty_FireAfterASixtiethAndTheClockAgrees()
    {
        var inner = new FakeTimeProvider();
        var clock = new ScaledTimeProvider(inner, 60);
        var start = clock.GetUtcNow();
        var stamp = clock.GetTimestamp();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        inner.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(0, fired);
        inner.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fired);
        Assert.Equal(TimeSpan.FromHours(1), clock.GetUtcNow() - start);
        Assert.Equal(TimeSpan.FromHours(1), clock.GetElapsedTime(stamp));
        inner.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(3, fired);
        timer.Change(TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        inner.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, fired);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e6)]
    public void Constructor_FactorOutOfRange_NamesIt(double factor) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(factor), () => new ScaledTimeProvider(TimeProvider.System, factor));
}
