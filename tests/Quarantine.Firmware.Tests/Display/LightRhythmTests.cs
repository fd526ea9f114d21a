using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Display;

public sealed class LightRhythmTests
{
    private static readonly LightPattern[] Patterns = Enum.GetValues<LightPattern>();

    public static TheoryData<LightPattern> All => [.. Patterns];

    [Fact]
    public void IsLit_AnyTwoPatterns_DifferAlsoWithoutTheirColour()
    {
        var courses = Patterns.Select(pattern => string.Concat(Course(pattern, 12_000).Select(lit => lit ? '1' : '0'))).ToList();
        Assert.Equal(courses.Count, courses.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void IsLit_AnySecond_HasAtMostThreeFlashes(LightPattern pattern)
    {
        var course = Course(pattern, 20_000);
        var rises = Enumerable.Range(1, course.Length - 1).Where(at => course[at] && !course[at - 1]).ToList();
        Assert.All(rises, first => Assert.InRange(rises.Count(rise => rise >= first && rise < first + 1000), 1, 3));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TimeLeft_AtEveryMoment_IsTheTimeToTheNextChange(LightPattern pattern)
    {
        var rhythm = new LightRhythm(pattern);
        for (var at = 0; at < 6000; at++)
        {
            var left = rhythm.TimeLeft(at);
            Assert.True(left > 0);
            Assert.All(Enumerable.Range(at, left), moment => Assert.Equal(rhythm.IsLit(at), rhythm.IsLit(moment)));
            if (pattern != LightPattern.Acknowledged)
            {
                Assert.NotEqual(rhythm.IsLit(at), rhythm.IsLit(at + left));
            }

            at += left - 1;
        }
    }

    [Theory]
    [InlineData(LightPattern.Calm, false)]
    [InlineData(LightPattern.Sent, false)]
    [InlineData(LightPattern.Acknowledged, false)]
    [InlineData(LightPattern.Fault, true)]
    [InlineData(LightPattern.NotSetUp, true)]
    public void IsRed_TroubleOnly_IsRed(LightPattern pattern, bool red) => Assert.Equal(red, new LightRhythm(pattern).IsRed);

    private static bool[] Course(LightPattern pattern, int milliseconds)
    {
        var rhythm = new LightRhythm(pattern);
        return [.. Enumerable.Range(0, milliseconds).Select(at => rhythm.IsLit(at))];
    }
}
