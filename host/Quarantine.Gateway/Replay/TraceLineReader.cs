using System.Text;

namespace Quarantine.Gateway.Replay;

/// <summary>Lines of a file in UTF-8, with or without a byte order mark, ended by LF or CR LF; a line of any length costs the same memory.</summary>
internal sealed class TraceLineReader(Stream stream) : IDisposable
{
    /// <summary>No event is longer.</summary>
    public const int LongestLine = 1024;

    private const int BufferSize = 1 << 16;

    private readonly StreamReader _reader = new(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, BufferSize);
    private readonly char[] _buffer = new char[BufferSize];
    private readonly char[] _line = new char[LongestLine];
    private int _position;
    private int _filled;

    /// <summary>Reads the next line; false at the end of the file. The span holds until the next call.</summary>
    /// <param name="line">The line without its end; as far as it is kept, where it is too long.</param>
    /// <param name="tooLong">Whether it is longer than <see cref="LongestLine"/>.</param>
    public bool TryRead(out ReadOnlySpan<char> line, out bool tooLong)
    {
        var length = 0;
        var any = false;
        tooLong = false;
        while (Fill())
        {
            any = true;
            var chunk = _buffer.AsSpan(_position, _filled - _position);
            var end = chunk.IndexOf('\n');
            var part = end < 0 ? chunk : chunk[..end];
            _position += end < 0 ? chunk.Length : end + 1;
            tooLong |= part.Length > LongestLine - length;
            var kept = Math.Min(part.Length, LongestLine - length);
            part[..kept].CopyTo(_line.AsSpan(length));
            length += kept;
            if (end >= 0)
            {
                break;
            }
        }

        line = _line.AsSpan(0, length).TrimEnd('\r');
        return any;
    }

    public void Dispose() => _reader.Dispose();

    private bool Fill()
    {
        if (_position == _filled)
        {
            (_position, _filled) = (0, _reader.Read(_buffer));
        }

        return _filled > 0;
    }
}
