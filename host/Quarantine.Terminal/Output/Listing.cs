using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Quarantine.Terminal.Output;

/// <summary>Rows of equal columns: a table for a person, an array of objects for a machine.</summary>
/// <param name="title">A line above; empty for none.</param>
/// <param name="columns">Heading for a person, and the JSON member.</param>
public sealed class Listing(string title, params (string Heading, string Name)[] columns)
{
    private readonly List<FactValue[]> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Another number of values than columns throws.</summary>
    public Listing Add(params FactValue[] row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Length != columns.Length)
        {
            throw new ArgumentException($"A row has {columns.Length} values, not {row.Length}.", nameof(row));
        }

        _rows.Add(row);
        return this;
    }

    public void WriteText(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (title.Length > 0)
        {
            console.WriteLine(_rows.Count == 0 ? $"{title}: none" : title, new Style(decoration: Decoration.Bold));
        }

        if (_rows.Count > 0)
        {
            var widths = Enumerable.Range(0, columns.Length).Select(Width).ToArray();
            WriteLine(console, [.. columns.Select(column => column.Heading)], widths, new Style(decoration: Decoration.Dim));
            _rows.ForEach(row => WriteLine(console, [.. row.Select(value => value.Text)], widths, Style.Plain));
        }
    }

    public void WriteArray(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartArray();
        foreach (var row in _rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(columns[i].Name);
                row[i].WriteJson(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLine(IAnsiConsole console, string[] cells, int[] widths, Style style) =>
        console.WriteLine($"  {string.Join("  ", cells.Select((cell, i) => PadRight(cell, widths[i])))}".TrimEnd(), style);

    private static string PadRight(string text, int cells) => text + new string(' ', Math.Max(0, cells - Cells(text)));

    private int Width(int column) => Math.Max(Cells(columns[column].Heading), _rows.Max(row => Cells(row[column].Text)));

    /// <summary>Columns on the terminal: letters of East Asian scripts take two.</summary>
    private static int Cells(string text) => new Segment(text).CellCount();
}
