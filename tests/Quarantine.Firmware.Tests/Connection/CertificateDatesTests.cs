using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Connection;

public sealed class CertificateDatesTests
{
    private const long Begins = 1_767_225_600;
    private const long Day = 86_400;

    [Theory]
    [InlineData(0, false)]
    [InlineData(Begins + Day - 1, false)]
    [InlineData(Begins + Day, true)]
    [InlineData(Begins + (3649 * Day), true)]
    [InlineData(Begins + (3650 * Day), false)]
    [InlineData(long.MaxValue, false)]
    public void Allow_Date_IsOneAtWhichTheAuthorityIsValid(long seconds, bool allowed) =>
        Assert.Equal(allowed, new CertificateDates(Begins, Begins + (3650 * Day)).Allow(seconds));

    [Theory]
    [InlineData(3650 * Day)]
    [InlineData(Day + 1)]
    [InlineData(Day)]
    [InlineData(60)]
    public void Earliest_AnyLifetime_IsAllowed(long lifetime)
    {
        var dates = new CertificateDates(Begins, Begins + lifetime);
        Assert.True(dates.Allow(dates.Earliest));
    }
}
