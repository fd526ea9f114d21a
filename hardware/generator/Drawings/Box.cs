namespace Quarantine.Hardware.Drawings;

/// <summary>An upright rectangle.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public static Box Between(Point one, Point other) =>
        new(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y), Math.Abs(one.X - other.X), Math.Abs(one.Y - other.Y));

    public static Box Around(Point centre, double width, double height) => new(centre.X - (width / 2), centre.Y - (height / 2), width, height);

    /// <summary>Whether the two share more than an edge.</summary>
    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public bool Contains(Box other) => other.X >= X && other.Right <= Right && other.Y >= Y && other.Bottom <= Bottom;

    public Box Shrunk(double by) => new(X + by, Y + by, Width - (2 * by), Height - (2 * by));
}
