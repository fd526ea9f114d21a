using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Sensing;

public sealed class BatteryScaleTests
{
    [Theory]
    [InlineData(4095, 50, 6600)]
    [InlineData(2048, 50, 3300)]
    [InlineData(0, 50, 0)]
    [InlineData(2048, 100, 1650)]
    [InlineData(2048, 0, 0)]
    [InlineData(2048, 101, 0)]
    [InlineData(-1, 50, 0)]
    [InlineData(4096, 50, 0)]
    public void Millivolts_Reading_IsScaledByTheDivider(int reading, int percent, int millivolts) =>
        Assert.Equal(millivolts, BatteryScale.Millivolts(reading, 4095, percent));

    [Theory]
    [InlineData(new[] { 5 }, 5)]
    [InlineData(new[] { 9, 1, 5 }, 5)]
    [InlineData(new[] { 2000, 2001, 4095, 1999, 0 }, 2000)]
    public void Median_DisturbedReadings_IsTheMiddleOne(int[] readings, int median) => Assert.Equal(median, BatteryScale.Median(readings));
}
