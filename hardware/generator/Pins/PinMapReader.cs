using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quarantine.Hardware.Pins;

/// <summary>Reads a pin map strictly: a field that is missing or not known is an error, as a slip would be.</summary>
public static class PinMapReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <exception cref="JsonException">The text is not a pin map.</exception>
    public static PinMap Read(string json) =>
        JsonSerializer.Deserialize<PinMap>(json, Options) ?? throw new JsonException("The pin map is null.");
}
