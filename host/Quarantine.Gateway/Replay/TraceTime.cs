using System.Globalization;

namespace Quarantine.Gateway.Replay;

/// <summary>
/// Times by ISO 8601's extended format: a date, <c>T</c> or a space, hours and minutes, and as wanted seconds, any fraction of them, and
/// <c>Z</c> or an offset. A time without either is UTC.
/// </summary>
internal static class TraceTime
{
    private const int MinuteLength = 16;
    private const string MinuteFormat = "yyyy-MM-ddTHH:mm";

    private static readonly long FirstTicks = new DateTime(1970, 1, 2, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly long EndTicks = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static bool TryParse(ReadOnlySpan<char> text, out long utcTicks)
    {
        utcTicks = 0;
        if (text.Length < MinuteLength || !TryMinute(text[..MinuteLength], out var minute))
        {
            return false;
        }

        var rest = text[MinuteLength..];
        if (!TrySeconds(ref rest, out var seconds) || !TryOffset(rest, out var offset))
        {
            return false;
        }

        utcTicks = minute + seconds - offset;
        return utcTicks >= FirstTicks && utcTicks < EndTicks;
    }

    private static bool TryMinute(ReadOnlySpan<char> text, out long ticks)
    {
        Span<char> canonical = stackalloc char[MinuteLength];
        text.CopyTo(canonical);
        canonical[10] = canonical[10] is ' ' or 't' ? 'T' : canonical[10];
        var ok = DateTime.TryParseExact(canonical, MinuteFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute);
        ticks = minute.Ticks;
        return ok;
    }

    private static bool TrySeconds(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != ':')
        {
            return true;
        }

        if (rest.Length < 3 || !TryTwoDigits(rest[1..3], 59, out var seconds))
        {
            return false;
        }

        ticks = seconds * TimeSpan.TicksPerSecond;
        rest = rest[3..];
        return rest.IsEmpty || rest[0] is not ('.' or ',') || TryFraction(ref rest, ref ticks);
    }

    private static bool TryFraction(ref ReadOnlySpan<char> rest, ref long ticks)
    {
        var unit = TimeSpan.TicksPerSecond;
        var length = 1;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]))
        {
            unit /= 10;
            ticks += unit * (rest[length] - '0');
            length++;
        }

        rest = rest[length..];
        return length > 1;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text is "Z" or "z")
        {
            return true;
        }

        var minutes = 0;
        var ok = text[0] is '+' or '-' && text.Length switch
        {
            3 => true,
            5 => TryTwoDigits(text[3..], 59, out minutes),
            6 => text[3] == ':' && TryTwoDigits(text[4..], 59, out minutes),
            _ => false,
        };
        if (!ok || !TryTwoDigits(text[1..3], 18, out var hours))
        {
            return false;
        }

        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryTwoDigits(ReadOnlySpan<char> text, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
}
