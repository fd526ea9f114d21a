using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Sensing;

public sealed class BatterySensorTests
{
    private const long Hour = 3_600_000;
    private readonly EventLog _log = new();

    [Fact]
    public void Read_SlowDischarge_IsReportedSparingly()
    {
        var battery = new BatterySensor(2400, _log);
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            battery.Read(3000 - (minute / 10), minute * 60_000L);
        }

        Assert.Equal([3000, 2950, 2900], _log.Events.Select(e => int.Parse(e.Value)));
        Assert.Equal(2857, battery.Millivolts);
    }

    [Fact]
    public void Read_BelowTheLowMark_IsReportedAtOnceAndOnce()
    {
        var battery = new BatterySensor(2400, _log);
        battery.Read(2410, 0);
        battery.Read(2399, 1000);
        battery.Read(2398, 2000);

        Assert.Equal(["2410", "2399"], _log.Events.Select(e => e.Value));
        Assert.True(battery.Low);
    }

    [Fact]
    public void Read_Unchanged_IsReportedDaily()
    {
        var battery = new BatterySensor(2400, _log);
        for (var hour = 0; hour <= 72; hour++)
        {
            battery.Read(3000, hour * Hour);
        }

        Assert.Equal([0, 24 * Hour, 48 * Hour, 72 * Hour], _log.Events.Select(e => e.Up));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(20_001)]
    [InlineData(int.MinValue)]
    public void Read_Impossible_IsIgnored(int millivolts)
    {
        var battery = new BatterySensor(2400, _log);
        battery.Read(millivolts, 0);

        Assert.Empty(_log.Events);
        Assert.Equal(0, battery.Millivolts);
        Assert.False(battery.Low);
    }
}
