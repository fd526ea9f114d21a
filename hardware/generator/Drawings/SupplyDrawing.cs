using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Drawings;

/// <summary>What feeds the board through a socket of its own: a USB supply, or a cell.</summary>
public static class SupplyDrawing
{
    private const double BoxLeft = 900;
    private const double BoxWidth = 268;
    private const double BoxHeight = 66;
    private const double Top = 88;
    private const double Clearance = 12;

    private static readonly WireStyle Cable = new("black", "#222222", string.Empty, 4);

    /// <summary>Draws it on the right, above the modules or below them.</summary>
    /// <returns>Where the right side's modules may begin.</returns>
    public static double Draw(Drawing drawing, BoardPicture picture, Variant variant, Board board)
    {
        if (!variant.Sleeps)
        {
            return DrawUsb(drawing, picture, board.Supply);
        }

        return board.Battery.Upper is null ? DrawCell(drawing, board.Battery) : Top;
    }

    private static double DrawUsb(Drawing drawing, BoardPicture picture, Device supply)
    {
        var box = picture.UsbOnTop ? new Box(BoxLeft, Top, BoxWidth, BoxHeight) : new Box(BoxLeft, picture.Usb.Y - (BoxHeight / 2), BoxWidth, BoxHeight);
        var turn = picture.UsbOnTop ? Top - 4 : picture.Usb.Y + 18;
        var end = picture.UsbOnTop ? box.Y + 24 : turn;
        var lane = BoxLeft - 40;
        drawing.Wire("USB", Cable, picture.Usb, new Point(picture.Usb.X, turn), new Point(lane, turn), new Point(lane, end), new Point(BoxLeft, end));
        drawing.Text(new Point(BoxLeft - 50, turn - 6 + (picture.UsbOnTop ? 20 : 0)), "USB cable", Symbols.SmallText, TextAnchor.End, bold: true);
        DrawBox(drawing, box, supply, "5 V; data while flashing");
        return picture.UsbOnTop ? box.Bottom + Clearance : Top;
    }

    private static double DrawCell(Drawing drawing, BatterySense battery)
    {
        var socket = BoardPicture.BatterySocket;
        var box = new Box(BoxLeft, Top, BoxWidth, BoxHeight + 20);
        DrawLead(drawing, "BAT –, black", Cable, socket.Y + 13);
        DrawLead(drawing, "BAT +, red", Cable with { Colour = "#a00018" }, socket.Y + 37);

        BoardPicture.DrawLowPowerPad(drawing);
        DrawBox(drawing, box, battery.Device, "socket PH2.0: measure the plug's", "polarity before it goes in", "half its voltage arrives at the battery pin");
        return box.Bottom + Clearance;
    }

    private static void DrawLead(Drawing drawing, string name, WireStyle style, double y)
    {
        drawing.Wire(name, style, new Point(BoardPicture.BatterySocket.Right, y), new Point(BoxLeft, y));
        drawing.Text(new Point(BoxLeft - 60, y - 5), name, Symbols.SmallText, TextAnchor.End, bold: true);
    }

    private static void DrawBox(Drawing drawing, Box box, Device device, params string[] notes)
    {
        drawing.Shape(box, "#f4f4f4", "#333333", 6, closed: true);
        drawing.Text(new Point(box.X + 8, box.Y + 18), $"{device.Reference} {device.Title}", Symbols.SmallText, bold: true, within: box);
        drawing.Text(new Point(box.X + 8, box.Y + 33), device.Label, Symbols.SmallText, within: box);
        for (var i = 0; i < notes.Length; i++)
        {
            drawing.Text(new Point(box.X + 8, box.Y + 48 + (i * 15)), notes[i], Symbols.SmallText, within: box);
        }
    }
}
