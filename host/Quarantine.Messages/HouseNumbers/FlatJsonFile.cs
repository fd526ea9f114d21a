using System.Security.Cryptography;
using System.Text.Json;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>Bounded reading and whole-or-not-at-all writing of small JSON files.</summary>
internal static class FlatJsonFile
{
    /// <summary>Throws <see cref="InvalidDataException"/> for a file that is too long to be one, and what the file system throws.</summary>
    public static byte[] Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var buffer = new byte[FlatJsonObject.MaximumLength + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= FlatJsonObject.MaximumLength
            ? buffer[..length]
            : throw new InvalidDataException($"{path}: it is longer than {FlatJsonObject.MaximumLength} bytes.");
    }

    /// <summary>Replaces the file at <paramref name="path"/>; after a power cut in between it holds the old content or the new one.</summary>
    public static void Write(string path, ReadOnlySpan<byte> json)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(json);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Indented JSON with a line's end.</summary>
    public static byte[] Encode(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
