using System.Text.Json;
using Spectre.Console;

namespace Quarantine.Terminal.Output;

/// <summary>Named values: aligned lines under a title, or the members of a JSON object.</summary>
/// <param name="title">A line above; empty for none. Not in the JSON.</param>
public sealed class Facts(string title = "") : IRendering
{
    private readonly List<(string Label, string Name, FactValue Value)> _values = [];
    private readonly List<(string Name, Listing Rows)> _listings = [];

    /// <param name="label">For a person.</param>
    /// <param name="name">The JSON member.</param>
    /// <param name="value">The value.</param>
    public Facts Add(string label, string name, FactValue value)
    {
        _values.Add((label, name, value));
        return this;
    }

    public Facts Add(string label, string name, string? value) => Add(label, name, FactValue.Of(value));

    public Facts Add(string label, string name, ulong value) => Add(label, name, FactValue.Of(value));

    public Facts Add(string label, string name, bool value) => Add(label, name, FactValue.Of(value));

    /// <summary>Rows below the values; in the JSON an array.</summary>
    public Facts Add(string name, Listing rows)
    {
        _listings.Add((name, rows));
        return this;
    }

    public void WriteText(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (title.Length > 0)
        {
            console.WriteLine(title, new Style(decoration: Decoration.Bold));
        }

        var width = _values.Count == 0 ? 0 : _values.Max(value => value.Label.Length);
        var indent = title.Length > 0 ? "  " : "";
        foreach (var (label, _, value) in _values)
        {
            console.WriteLine($"{indent}{label.PadRight(width)}  {value.Text}");
        }

        foreach (var (_, rows) in _listings)
        {
            rows.WriteText(console);
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        foreach (var (_, name, value) in _values)
        {
            json.WritePropertyName(name);
            value.WriteJson(json);
        }

        foreach (var (name, rows) in _listings)
        {
            json.WritePropertyName(name);
            rows.WriteArray(json);
        }

        json.WriteEndObject();
    }
}
