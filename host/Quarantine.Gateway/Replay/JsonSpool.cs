using System.Text.Json;

namespace Quarantine.Gateway.Replay;

/// <summary>The elements of a JSON array that are told before their place in the document comes; kept in a temporary file. Not thread-safe.</summary>
internal sealed class JsonSpool : IDisposable
{
    private const int CopyLength = 1 << 16;

    private readonly FileStream _stream;
    private readonly MemoryStream _element = new();

    /// <param name="folder">A folder that only this user can read.</param>
    /// <param name="name">The array's name.</param>
    public JsonSpool(string folder, string name)
    {
        Name = name;
        _stream = new FileStream(Path.Combine(folder, name), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = CopyLength,
        });
    }

    public string Name { get; }

    public void Add(Action<Utf8JsonWriter> write)
    {
        _element.SetLength(0);
        using (var json = new Utf8JsonWriter(_element))
        {
            write(json);
        }

        _stream.Write(_stream.Position == 0 ? "\n    "u8 : ",\n    "u8);
        _stream.Write(_element.GetBuffer(), 0, (int)_element.Length);
    }

    /// <summary>Writes the array as a member of a document.</summary>
    public void CopyTo(Stream document)
    {
        document.Write(System.Text.Encoding.UTF8.GetBytes($"  \"{Name}\": ["));
        var empty = _stream.Position == 0;
        _stream.Position = 0;
        _stream.CopyTo(document, CopyLength);
        document.Write(empty ? "],\n"u8 : "\n  ],\n"u8);
    }

    public void Dispose()
    {
        _element.Dispose();
        _stream.Dispose();
    }
}
