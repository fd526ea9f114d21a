using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Supervision;

public sealed class SupervisorTests
{
    private readonly LoopWatch _loop = new(Supervisor.LoopMs, 0);
    private readonly LoopWatch _radio = new(Supervisor.RadioMs, 0);
    private readonly Supervisor _supervisor;

    public SupervisorTests() => _supervisor = new Supervisor(_loop, _radio);

    [Fact]
    public void Check_LoopSilentTwice_RebootsOnlyTheSecondTime()
    {
        Assert.False(_supervisor.Check(60_000));
        Assert.False(_supervisor.Check(65_000));
        Assert.True(_supervisor.Check(70_000));
    }

    [Fact]
    public void Check_InterpreterStoppedForTwoMinutes_WaitsForTheThreadsThatItHeldUp()
    {
        Assert.False(_supervisor.Check(120_000));
        _loop.Alive(120_001);
        Assert.False(_supervisor.Check(125_000));
        Assert.False(_supervisor.Check(130_000));
    }

    [Fact]
    public void Check_RadioSilentForLongerThanItMay_Reboots()
    {
        for (var up = 0L; up <= Supervisor.RadioMs; up += 5000)
        {
            _loop.Alive(up);
            Assert.False(_supervisor.Check(up));
        }

        _loop.Alive(310_000);
        Assert.False(_supervisor.Check(305_001));
        Assert.True(_supervisor.Check(310_001));
    }
}
