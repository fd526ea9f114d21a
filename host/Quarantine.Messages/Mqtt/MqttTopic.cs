using System.Text;

namespace Quarantine.Messages.Mqtt;

/// <summary>Topic names and topic filters of MQTT 3.1.1, section 4.7. Thread-safe.</summary>
public static class MqttTopic
{
    /// <summary>Longest topic in UTF-8 bytes.</summary>
    public const int MaximumLength = 65_535;

    /// <summary>
    /// Deepest topic, in slashes, that Mosquitto and libmosquitto accept: a longer one makes the broker drop the connection.
    /// </summary>
    public const int MaximumSlashes = 200;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether one may publish to it: not empty, no wildcard, no control character, valid UTF-8.</summary>
    public static bool IsName(string? topic) =>
        IsText(topic) && topic.AsSpan().IndexOfAny('+', '#') < 0;

    /// <summary>Whether one may subscribe to it: <c>+</c> fills a level, <c>#</c> is the last level.</summary>
    public static bool IsFilter(string? filter)
    {
        if (!IsText(filter))
        {
            return false;
        }

        var levels = filter!.Split('/');
        for (var i = 0; i < levels.Length; i++)
        {
            var wild = levels[i].AsSpan().IndexOfAny('+', '#') >= 0;
            if (wild && (levels[i].Length != 1 || (levels[i] == "#" && i != levels.Length - 1)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a filter covers a topic. A first level that begins with <c>$</c> is not covered by a leading wildcard (4.7.2);
    /// <c>a/#</c> covers <c>a</c> (4.7.1.2).
    /// </summary>
    public static bool Matches(string filter, string topic)
    {
        if (topic.StartsWith('$') && !filter.StartsWith('$'))
        {
            return false;
        }

        var wanted = filter.Split('/');
        var given = topic.Split('/');
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] == "#")
            {
                return true;
            }

            if (i >= given.Length || (wanted[i] != "+" && !string.Equals(wanted[i], given[i], StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return wanted.Length == given.Length;
    }

    private static bool IsText(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.AsSpan().IndexOfAnyInRange('\u0000', '\u001f') >= 0
            || text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') >= 0 || text.AsSpan().Count('/') > MaximumSlashes)
        {
            return false;
        }

        try
        {
            return Strict.GetByteCount(text) <= MaximumLength;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
