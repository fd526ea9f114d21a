using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Connection;

public sealed class CertificateDatesTests
{
    private const long Begins = 1_767_225_600;
    private const long Day = 86_400;

    [Theory]
    [InlineData(0, false)]
    [InlineData(Begins - 1, false)]
    [InlineData(Begins, true)]
    [InlineData(Begins + (3649 * Day), true)]
    [InlineData(Begins + (3650 * Day), false)]
    [InlineData(long.MaxValue, false)]
    public void Allow_Date_IsOneAtWhichTheAuthorityIsValid(long seconds, bool allowed) =>
        Assert.Equal(allowed, new CertificateDates(Begins, Begins + (3650 * Day)).Allow(seconds));

    [Theory]
    [InlineData(3650 * Day, Begins + Day)]
    [InlineData(Day + 1, Begins + Day)]
    [InlineData(Day, Begins)]
    [InlineData(60, Begins)]
    public void SurelyPast_AnyLifetime_IsAllowed(long lifetime, long past)
    {
        var dates = new CertificateDates(Begins, Begins + lifetime);
        Assert.Equal(past, dates.SurelyPast);
        Assert.True(dates.Allow(past));
    }

    [Fact]
    public void Allow_AuthorityFromTheEpoch_NeedsNoTimeServer() => Assert.True(new CertificateDates(0, 2_000_000_000).Allow(3));
}
