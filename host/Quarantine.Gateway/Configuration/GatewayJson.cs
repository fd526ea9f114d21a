using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quarantine.Gateway.Configuration;

/// <summary>JSON of the configuration file: comments allowed, unknown settings refused.</summary>
[JsonSourceGenerationOptions(
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayOptions))]
internal sealed partial class GatewayJson : JsonSerializerContext;
