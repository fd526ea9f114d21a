namespace Quarantine.Gateway.Replay;

/// <summary>The three fields of a line of comma-separated values (RFC 4180); blanks around a field do not count.</summary>
internal static class TraceFields
{
    /// <summary>Splits a line; false where it has not three fields, or a quote that is not closed.</summary>
    public static bool TrySplit(ReadOnlySpan<char> line, out ReadOnlySpan<char> time, out ReadOnlySpan<char> sensor, out ReadOnlySpan<char> value)
    {
        time = sensor = value = default;
        return TryTake(ref line, out time, out var more) && more
            && TryTake(ref line, out sensor, out more) && more
            && TryTake(ref line, out value, out more) && !more;
    }

    private static bool TryTake(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> field, out bool more)
    {
        rest = rest.TrimStart(" \t");
        return rest.StartsWith("\"") ? TryTakeQuoted(ref rest, out field, out more) : TakePlain(ref rest, out field, out more);
    }

    private static bool TakePlain(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> field, out bool more)
    {
        var end = rest.IndexOf(',');
        more = end >= 0;
        field = (more ? rest[..end] : rest).TrimEnd(" \t");
        rest = more ? rest[(end + 1)..] : default;
        return !field.Contains('"');
    }

    /// <summary>No field of a trace holds a quote, so a doubled one is as wrong as a lone one.</summary>
    private static bool TryTakeQuoted(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> field, out bool more)
    {
        var end = rest[1..].IndexOf('"');
        field = end < 0 ? default : rest.Slice(1, end).Trim(" \t");
        rest = end < 0 ? default : rest[(end + 2)..].TrimStart(" \t");
        more = rest.StartsWith(",");
        var ok = end >= 0 && (more || rest.IsEmpty);
        rest = more ? rest[1..] : default;
        return ok;
    }
}
