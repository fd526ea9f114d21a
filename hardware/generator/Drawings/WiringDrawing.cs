using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Drawings;

/// <summary>The wiring picture of a variant on a board.</summary>
public static class WiringDrawing
{
    private const double ModulesTop = 88;
    private const double ModulesBottom = 752;
    private const double TitleSize = 24;
    private const double NoteSize = 13;

    private static readonly bool[] Sides = [false, true];

    public static Drawing Of(PinMap map, Variant variant, Board board)
    {
        var drawing = new Drawing($"{variant.Title} on {board.Title}");
        drawing.Text(new Point(20, 38), drawing.Title, TitleSize, bold: true);
        drawing.Text(new Point(20, 62), $"Board from its component side. Labels of one name ({(Feeds(variant, board) ? $"3V3, GND, {board.SupplyPin}" : "3V3, GND")}) are joined. Dashed boxes are optional. Not to scale.", NoteSize);
        var picture = new BoardPicture(board);
        var modules = PlacedModules.Of(variant, board);
        picture.Draw(drawing);
        DrawSide(drawing, picture, [.. modules.Where(module => !module.OnRight)], onRight: false, ModulesTop);
        DrawSide(drawing, picture, [.. modules.Where(module => module.OnRight)], onRight: true, SupplyDrawing.Draw(drawing, picture, variant, board));
        DrawPower(drawing, picture, variant, board, modules);
        Legend.Draw(drawing, variant, board, modules);
        return drawing;
    }

    /// <summary>Whether a battery feeds the board through its 5 V hole.</summary>
    public static bool Feeds(Variant variant, Board board) => variant.Sleeps && board.Battery.Upper is not null;

    private static void DrawSide(Drawing drawing, BoardPicture picture, IReadOnlyList<PlacedModule> modules, bool onRight, double top)
    {
        var gap = (ModulesBottom - top - modules.Sum(module => module.Module.Height)) / (modules.Count + 1);
        var frames = new List<Frame>();
        var next = top;
        foreach (var module in modules)
        {
            next += gap;
            frames.Add(new Frame(drawing, onRight, next));
            next += module.Module.Height;
        }

        var lanes = WireRouter.Lanes([.. modules.Zip(frames, (module, frame) => (frame.Top + module.Module.SignalAt, picture.HeightOf(module.Pin, onRight)))]);
        for (var i = 0; i < modules.Count; i++)
        {
            modules[i].Module.Draw(frames[i]);
            Connect(drawing, picture, modules[i], frames[i], lanes[i]);
        }
    }

    private static void Connect(Drawing drawing, BoardPicture picture, PlacedModule placed, Frame frame, double lane)
    {
        var module = placed.Module;
        var hole = picture.HoleOf(placed.Pin, placed.OnRight);
        var leaves = frame.At(Frame.Edge, module.SignalAt);
        var turn = frame.At(Frame.Edge + lane, module.SignalAt);
        drawing.Wire(module.Signal, WireStyle.OfSignal(module.Signal), leaves, turn, new Point(turn.X, hole.Y), hole);
        picture.DrawSignal(drawing, placed.Pin, placed.OnRight, module.Signal);
    }

    /// <summary>The first power hole of each name on each side; the supply's hole only where a battery feeds it.</summary>
    private static void DrawPower(Drawing drawing, BoardPicture picture, Variant variant, Board board, IReadOnlyList<PlacedModule> modules)
    {
        foreach (var onRight in Sides.Where(side => modules.Any(module => module.OnRight == side)))
        {
            foreach (var name in new[] { Symbols.Supply, Symbols.Ground, board.SupplyPin }.Where(name => Feeds(variant, board) || name != board.SupplyPin))
            {
                if ((onRight ? board.RightPins : board.LeftPins).FirstOrDefault(pin => pin.Label == name) is { } pin)
                {
                    picture.DrawPower(drawing, pin, onRight, name);
                }
            }
        }
    }
}
