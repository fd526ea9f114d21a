using FsCheck;
using FsCheck.Fluent;
using Quarantine.Hardware.Drawings;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Drawings;

public sealed class WireRouterTests
{
    private const int Cases = 2000;
    private const double Board = 400;

    /// <summary>Law: whatever the heights of modules and holes, in the same order on both sides, no two wires cross.</summary>
    [Fact]
    public void Lanes_OfAnyEndsInOrder_CrossNowhere()
    {
        var ends = Gen.Choose(1, 8).SelectMany(count => Heights(count).SelectMany(_ => Heights(count), (modules, holes) => modules.Zip(holes).ToArray()));
        Prop.ForAll(Arb.From(ends), wires => CrossNowhere(wires)).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    [Fact]
    public void Check_LanesTheOtherWayRound_Cross()
    {
        // Two wires that rise: with their lanes exchanged the upper one runs through the lower.
        var drawing = Drawn([(200, 100), (260, 160)], [21, 10]);
        Assert.NotEmpty(DrawingRules.Check(drawing));
    }

    private static Gen<double[]> Heights(int count) =>
        Gen.Choose(2, 60).ListOf(count).Select(steps => steps.Aggregate(new List<double> { 20 }, (heights, step) => [.. heights, heights[^1] + step]).Skip(1).ToArray());

    private static bool CrossNowhere((double Module, double Hole)[] wires) => DrawingRules.Check(Drawn(wires, WireRouter.Lanes(wires))).Count == 0;

    private static Drawing Drawn((double Module, double Hole)[] wires, IReadOnlyList<double> lanes)
    {
        var drawing = new Drawing("lanes");
        for (var i = 0; i < wires.Length; i++)
        {
            var (module, hole) = wires[i];
            drawing.Wire($"{i}", WireStyle.Thin, new Point(0, module), new Point(lanes[i], module), new Point(lanes[i], hole), new Point(Board, hole));
        }

        return drawing;
    }
}
