using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Drawings;

/// <summary>A board in the middle of the page, its holes in their real order.</summary>
public sealed class BoardPicture
{
    public const double Left = 499;
    public const double Right = 689;

    /// <summary>Width beside the board that is kept for the names of its pins.</summary>
    public const double LabelWidth = 88;

    private const double Middle = (Left + Right) / 2;
    private const double HoleRadius = 5;
    private const double HoleInset = 11;
    private const double PowerStub = 10;

    private readonly Board _board;
    private readonly double _pitch;
    private readonly double _firstHole;

    public BoardPicture(Board board)
    {
        _board = board;
        (_pitch, _firstHole, Outline) = UsbOnTop
            ? (29.0, 212.0, new Box(Left, 100, Right - Left, 630))
            : (30.0, 146.0, new Box(Left, 122, Right - Left, 590));
    }

    public Box Outline { get; }

    public bool UsbOnTop => _board.Usb == "top";

    /// <summary>Where a supply's cable ends.</summary>
    public Point Usb => new(Middle, UsbOnTop ? Outline.Y - 8 : Outline.Bottom + 8);

    /// <summary>The battery's socket, on the right beside the USB socket.</summary>
    public static Box BatterySocket { get; } = new(Right - 36, 124, 36, 50);

    public double HeightOf(HeaderPin pin, bool onRight) => _firstHole + ((pin.Position - 1 + (onRight ? _board.RightOffset : 0)) * _pitch);

    public void Draw(Drawing drawing)
    {
        DrawModule(drawing);
        DrawSockets(drawing);
        DrawHoles(drawing, _board.LeftPins, onRight: false);
        DrawHoles(drawing, _board.RightPins, onRight: true);
    }

    /// <summary>A hole in use: its wire's name above, its GPIO below the wire.</summary>
    public void DrawSignal(Drawing drawing, HeaderPin pin, bool onRight, string signal)
    {
        var y = HeightOf(pin, onRight);
        var edge = onRight ? Right + 6 : Left - 6;
        var anchor = onRight ? TextAnchor.Start : TextAnchor.End;
        drawing.Text(new Point(edge, y - 4), signal, Symbols.SmallText, anchor, bold: true);
        drawing.Text(new Point(edge, y + 12), $"GPIO{pin.Gpio}", Symbols.SmallText, anchor);
        Fill(drawing, pin, onRight);
    }

    /// <summary>A power hole in use, with its label.</summary>
    public void DrawPower(Drawing drawing, HeaderPin pin, bool onRight, string name)
    {
        var y = HeightOf(pin, onRight);
        var sign = onRight ? 1 : -1;
        var edge = onRight ? Right : Left;
        drawing.Wire(name, WireStyle.Thin, new Point(edge - (sign * HoleInset), y), new Point(edge + (sign * PowerStub), y));
        Symbols.Pill(drawing, new Point(edge + (sign * (PowerStub + (Symbols.PillWidth / 2))), y), name);
        Fill(drawing, pin, onRight);
    }

    public Point HoleOf(HeaderPin pin, bool onRight) => new(onRight ? Right - HoleInset : Left + HoleInset, HeightOf(pin, onRight));

    private void DrawModule(Drawing drawing)
    {
        drawing.Shape(Outline, "#e4e9ee", "#333333", 10);
        var metal = UsbOnTop ? new Box(Middle - 46, 480, 92, 170) : new Box(Middle - 46, 150, 92, 170);
        var antenna = UsbOnTop ? new Box(Middle - 46, 650, 92, 72) : new Box(Middle - 46, 92, 92, 58);
        drawing.Shape(metal, "#ffffff", "#555555", 3);
        drawing.Shape(antenna, "#d0d0d0", "#555555");
        drawing.Text(new Point(Middle, antenna.Y + (antenna.Height / 2) + 4), "antenna", Symbols.SmallText, TextAnchor.Middle, within: antenna);
        var half = _board.Module.IndexOf('-', StringComparison.Ordinal) + 1;
        drawing.Text(new Point(Middle, metal.Y + 80), _board.Module[..half], Symbols.SmallText, TextAnchor.Middle, within: metal);
        drawing.Text(new Point(Middle, metal.Y + 95), _board.Module[half..], Symbols.SmallText, TextAnchor.Middle, within: metal);
    }

    private void DrawSockets(Drawing drawing)
    {
        var usb = Box.Around(new Point(Middle, UsbOnTop ? Outline.Y + 6 : Outline.Bottom - 6), 52, 28);
        drawing.Shape(usb, "#c4c4c4", "#333333", 4);
        drawing.Text(new Point(Middle, usb.Y + 18), "USB", Symbols.SmallText, TextAnchor.Middle, bold: true, within: usb);
        if (_board.Battery.Upper is null)
        {
            drawing.Shape(BatterySocket, "#fbf6e6", "#333333", 3);
            drawing.Text(new Point(BatterySocket.X + (BatterySocket.Width / 2), BatterySocket.Y + 29), "BAT", Symbols.SmallText, TextAnchor.Middle, within: BatterySocket);
            drawing.Text(new Point(BatterySocket.X - 4, BatterySocket.Y + 18), "–", 14, TextAnchor.End, bold: true);
            drawing.Text(new Point(BatterySocket.X - 4, BatterySocket.Y + 42), "+", 14, TextAnchor.End, bold: true);
        }
    }

    /// <summary>The bridge of the RGB light, which a battery node must lose.</summary>
    public static void DrawLowPowerPad(Drawing drawing)
    {
        drawing.Shape(Box.Around(new Point(Middle, 342), 16, 9), "#ffffff", "#a00018");
        drawing.Text(new Point(Middle, 330), "low power pad", Symbols.SmallText, TextAnchor.Middle);
        drawing.Text(new Point(Middle, 362), "cut the bridge", Symbols.SmallText, TextAnchor.Middle);
    }

    private void DrawHoles(Drawing drawing, IEnumerable<HeaderPin> pins, bool onRight)
    {
        foreach (var pin in pins)
        {
            var hole = HoleOf(pin, onRight);
            drawing.Shape(Box.Around(hole, 2 * HoleRadius, 2 * HoleRadius), "#ffffff", "#555555", HoleRadius);
            drawing.Text(new Point(hole.X + (onRight ? -10 : 10), hole.Y + 4), pin.Label, Symbols.SmallText, onRight ? TextAnchor.End : TextAnchor.Start);
        }
    }

    private void Fill(Drawing drawing, HeaderPin pin, bool onRight) =>
        drawing.Shape(Box.Around(HoleOf(pin, onRight), 2 * HoleRadius, 2 * HoleRadius), "#222222", "#222222", HoleRadius);
}
