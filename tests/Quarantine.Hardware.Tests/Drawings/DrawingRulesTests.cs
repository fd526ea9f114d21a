using Quarantine.Hardware.Drawings;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Drawings;

public sealed class DrawingRulesTests
{
    private static readonly WireStyle Style = WireStyle.OfSignal("door");

    public static TheoryData<string, string> Pictures
    {
        get
        {
            var pictures = new TheoryData<string, string>();
            foreach (var variant in Hardware.Map.Variants)
            {
                foreach (var board in Hardware.Map.Boards)
                {
                    pictures.Add(variant.Name, board.Name);
                }
            }

            return pictures;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Check_PictureOfTheRepository_FindsNothing(string variant, string board) => Assert.Empty(DrawingRules.Check(Picture(variant, board)));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Of_VariantOnABoard_ShowsEveryPartAndNamesEveryWireTwice(string variant, string board)
    {
        var texts = Picture(variant, board).Texts.Select(text => text.Text).ToList();
        var drawn = Hardware.Map.Variants.Single(each => each.Name == variant).Networks;
        foreach (var reference in drawn.SelectMany(network => network.References))
        {
            Assert.Contains(texts, text => text == reference || text.StartsWith(reference + " ", StringComparison.Ordinal));
        }

        Assert.All(drawn.Where(network => network.Device is not null), network =>
        {
            Assert.Equal(2, texts.Count(text => text == network.Signal));
            Assert.Contains($"GPIO{Hardware.Map.FindBoard(board)!.Pins[network.Signal].Gpio}", texts);
        });
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Of_VariantOnABoard_DrawsEveryHoleInItsOrder(string variant, string board)
    {
        var texts = Picture(variant, board).Texts;
        foreach (var pins in new[] { Hardware.Map.FindBoard(board)!.LeftPins, Hardware.Map.FindBoard(board)!.RightPins })
        {
            var heights = pins.Select(pin => texts.Where(text => text.Text == pin.Label).Select(text => text.At.Y)).ToList();
            Assert.All(heights, candidates => Assert.NotEmpty(candidates));
            Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.First.Min() < pair.Second.Max()));
        }
    }

    [Fact]
    public void Of_Signals_HaveColoursAndDashesOfTheirOwn()
    {
        var styles = Hardware.Map.Signals.Select(signal => WireStyle.OfSignal(signal.Name)).ToList();
        Assert.Equal(styles.Count, styles.Select(style => style.Colour).Distinct().Count());
        Assert.Equal(styles.Count, styles.Select(style => style.Dash).Distinct().Count());
    }

    [Fact]
    public void Check_TextOverText_IsNamed() => AssertFault("'one' lies over 'other'", drawing =>
    {
        drawing.Text(new Point(100, 100), "one", 12);
        drawing.Text(new Point(110, 104), "other", 12);
    });

    [Fact]
    public void Check_TextOverAWire_IsNamed() => AssertFault("'name' lies over the wire door", drawing =>
    {
        drawing.Text(new Point(100, 100), "name", 12);
        drawing.Wire("door", Style, new Point(90, 96), new Point(300, 96));
    });

    [Fact]
    public void Check_TextOverAnEdge_IsNamed() => AssertFault("'100 nF' lies over the edge of the box", drawing =>
    {
        drawing.Shape(new Box(80, 80, 30, 30), "#fff", "#000");
        drawing.Text(new Point(100, 100), "100 nF", 12);
    });

    [Fact]
    public void Check_TextThatLeavesItsBox_IsNamed() => AssertFault("'a long name' leaves its place", drawing =>
        drawing.Text(new Point(100, 100), "a long name", 12, within: new Box(90, 80, 40, 40)));

    [Fact]
    public void Check_TextThatLeavesThePage_IsNamed() => AssertFault("'cut off' leaves its place", drawing => drawing.Text(new Point(Drawing.Width - 10, 100), "cut off", 12));

    [Fact]
    public void Check_SmallText_IsNamed() => AssertFault("'tiny' is too small", drawing => drawing.Text(new Point(100, 100), "tiny", 8));

    [Fact]
    public void Check_CrossingWires_AreNamed() => AssertFault("the wires door and help cross", drawing =>
    {
        drawing.Wire("door", Style, new Point(100, 100), new Point(200, 100));
        drawing.Wire("help", Style, new Point(150, 50), new Point(150, 150));
    });

    [Fact]
    public void Check_WiresInOneLane_AreNamed() => AssertFault("the wires door and help cross", drawing =>
    {
        drawing.Wire("door", Style, new Point(100, 100), new Point(100, 200));
        drawing.Wire("help", Style, new Point(100, 150), new Point(100, 250));
    });

    [Fact]
    public void Check_WireThroughABox_IsNamed() => AssertFault("the wire door runs through the box", drawing =>
    {
        drawing.Shape(new Box(80, 80, 40, 40), "#fff", "#000", closed: true);
        drawing.Wire("door", Style, new Point(50, 100), new Point(150, 100));
    });

    [Fact]
    public void Check_WiresOfOneNet_MayMeet()
    {
        var drawing = new Drawing("two ends of a wire");
        drawing.Wire("door", Style, new Point(100, 100), new Point(200, 100));
        drawing.Wire("door", Style, new Point(150, 50), new Point(150, 100));
        Assert.Empty(DrawingRules.Check(drawing));
    }

    [Fact]
    public void Width_OfText_IsThatOfHelvetica()
    {
        Assert.Equal((722 + 556 + 556 + 333) * 12 / 1000.0, TextMetrics.Width("Door", 12, bold: false), 9);
        Assert.Throws<ArgumentException>(() => TextMetrics.Width("漢", 12, bold: false));
    }

    private static Drawing Picture(string variant, string board) =>
        WiringDrawing.Of(Hardware.Map, Hardware.Map.Variants.Single(each => each.Name == variant), Hardware.Map.FindBoard(board)!);

    private static void AssertFault(string fault, Action<Drawing> draw)
    {
        var drawing = new Drawing("a broken drawing");
        draw(drawing);
        Assert.Contains(DrawingRules.Check(drawing), found => found.StartsWith(fault, StringComparison.Ordinal));
    }
}
