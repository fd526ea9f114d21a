using System.Text.Json.Serialization;

namespace Quarantine.Gateway.Provisioning;

/// <summary>JSON of the register and of a change that is under way.</summary>
[JsonSourceGenerationOptions(
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HouseRegister))]
[JsonSerializable(typeof(PendingChange))]
internal sealed partial class ProvisioningJson : JsonSerializerContext;
