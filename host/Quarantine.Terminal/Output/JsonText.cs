using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Quarantine.Terminal.Output;

/// <summary>JSON as text. Only what JSON itself demands is escaped: the output goes to programs, never into a web page.</summary>
internal static class JsonText
{
    internal static string Indented(Action<Utf8JsonWriter> write) => Write(write, indented: true);

    /// <summary>On one line.</summary>
    internal static string Compact(Action<Utf8JsonWriter> write) => Write(write, indented: false);

    private static string Write(Action<Utf8JsonWriter> write, bool indented)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
