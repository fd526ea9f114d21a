using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quarantine.Gateway.Configuration;

/// <summary>
/// JSON of the configuration file: comments allowed, unknown settings and nulls in place of settings refused. The options have setters, not
/// initialisers: the generated reader would give a setting that is left out its type's default instead of its own.
/// </summary>
[JsonSourceGenerationOptions(
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayOptions))]
internal sealed partial class GatewayJson : JsonSerializerContext;
