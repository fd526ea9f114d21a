using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Display;

public sealed class LightPlayerTests
{
    private readonly LampLog _lamp = new();
    private readonly LightPlayer _player;

    public LightPlayerTests() => _player = new LightPlayer(_lamp);

    [Fact]
    public void Show_Fault_FlashesRedAtTheTimesThatItAsksFor()
    {
        _player.Show(LedState.Fault);
        var course = new List<(long At, bool Red)>();
        for (var up = 1000L; up < 4000; up = _player.NextDue)
        {
            _player.Advance(up);
            Assert.False(_lamp.Green);
            course.Add((up, _lamp.Red));
        }

        Assert.Equal([(1000, true), (1200, false), (1400, true), (1600, false), (1800, true), (2000, false), (3500, true), (3700, false), (3900, true)], course);
    }

    [Fact]
    public void Show_AnotherState_TakesEffectAtOnce()
    {
        _player.Show(LedState.Calm);
        _player.Advance(0);
        _player.Advance(60);
        Assert.False(_lamp.Green);
        _player.Show(LedState.Acknowledged);
        Assert.True(_player.NextDue <= 60);
        _player.Advance(61);
        Assert.True(_lamp.Green);
    }

    [Theory]
    [InlineData(LedState.Calm, true, false)]
    [InlineData(LedState.Sent, true, false)]
    [InlineData(LedState.Acknowledged, true, false)]
    [InlineData(LedState.Fault, false, true)]
    public void Show_EachState_BeginsLit(LedState state, bool green, bool red)
    {
        _player.Show(state);
        _player.Advance(5);
        Assert.Equal((green, red), (_lamp.Green, _lamp.Red));
    }

    [Fact]
    public void Dark_WhileLit_TurnsBothOff()
    {
        _player.Play(LightPattern.NotSetUp);
        _player.Advance(0);
        Assert.True(_lamp.Red);
        _player.Dark();
        Assert.Equal((false, false), (_lamp.Green, _lamp.Red));
    }
}
