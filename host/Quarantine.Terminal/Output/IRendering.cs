using System.Text.Json;
using Spectre.Console;

namespace Quarantine.Terminal.Output;

/// <summary>A command's result, as text for a person and as one JSON object for a machine.</summary>
public interface IRendering
{
    void WriteText(IAnsiConsole console);

    /// <summary>Writes one JSON object.</summary>
    void WriteJson(Utf8JsonWriter json);
}
