using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Sensing;

public sealed class MotionSensorTests
{
    private readonly EventLog _log = new();

    [Fact]
    public void Advance_PulseAndSilence_OnAtTheRiseOffAtTheFall()
    {
        var pir = Pir();
        pir.SetRaw(true, 1000);
        pir.SetRaw(false, 4000);
        pir.Advance(20_000);

        Assert.Equal([(EventKind.MotionInside, "on", 1000L), (EventKind.MotionInside, "off", 4000L)], _log.Events);
    }

    [Fact]
    public void Advance_RetriggerWithinTheHold_IsOneMotion()
    {
        var pir = Pir();
        pir.SetRaw(true, 1000);
        pir.SetRaw(false, 4000);
        pir.SetRaw(true, 8999);
        pir.SetRaw(false, 12_000);
        pir.Advance(16_999);
        Assert.True(pir.Active);
        pir.Advance(17_000);

        Assert.Equal([(EventKind.MotionInside, "on", 1000L), (EventKind.MotionInside, "off", 12_000L)], _log.Events);
    }

    [Fact]
    public void SetRaw_NextPulseAfterTheHoldButBeforeAnyTick_IsAnotherMotion()
    {
        var pir = Pir();
        pir.SetRaw(true, 1000);
        pir.SetRaw(false, 4000);
        pir.SetRaw(true, 30_000);
        pir.Advance(30_020);

        Assert.Equal([(EventKind.MotionInside, "on", 1000L), (EventKind.MotionInside, "off", 4000L), (EventKind.MotionInside, "on", 30_000L)], _log.Events);
    }

    [Fact]
    public void Advance_DuringWarmUp_IsSilentAndThenReportsWhatLasts()
    {
        var pir = Pir(warmAt: 60_000);
        pir.SetRaw(true, 1000);
        pir.SetRaw(false, 9000);
        pir.SetRaw(true, 55_000);
        pir.Advance(59_999);
        Assert.Empty(_log.Events);
        Assert.Equal(60_000, pir.NextDue);
        pir.Advance(60_000);

        Assert.Equal([(EventKind.MotionInside, "on", 60_000L)], _log.Events);
    }

    [Fact]
    public void Advance_PulseShorterThanInterference_IsIgnored()
    {
        var pir = Pir();
        pir.SetRaw(true, 1000);
        pir.SetRaw(false, 1019);
        pir.Advance(60_000);

        Assert.Empty(_log.Events);
    }

    [Fact]
    public void Advance_LastingMotion_IsOneEvent()
    {
        var pir = Pir();
        pir.SetRaw(true, 1000);
        for (var up = 1000L; up < 3_600_000; up += 1000)
        {
            pir.Advance(up);
        }

        Assert.Single(_log.Events);
        Assert.Equal(long.MaxValue, pir.NextDue);
    }

    private MotionSensor Pir(long warmAt = 0) => new(EventKind.MotionInside, 5000, warmAt, _log);
}
