using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>Code of the contracts, as the compiler made it for this build.</summary>
public static class ContractCode
{
    /// <summary>The contracts of this build, in the order of their deployment.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["CommunityRegistry", "RelayFund", "GeneralQuarantine", "ModerateQuarantine", "StrongQuarantine", "EmergencyBoard"];

    /// <summary>The creation code of a contract by its name, without constructor arguments.</summary>
    public static byte[] Of(string contractName)
    {
        using var artifact = Artifact(contractName);
        return Bytes(artifact, "bytecode");
    }

    /// <summary>What the creation code leaves on the chain.</summary>
    public static RuntimeCode RuntimeOf(string contractName)
    {
        using var artifact = Artifact(contractName);
        var places = artifact.RootElement.GetProperty("immutables").EnumerateObject().ToDictionary(
            immutable => immutable.Name,
            immutable => immutable.Value.EnumerateArray().Select(offset => offset.GetInt32()).ToArray(),
            StringComparer.Ordinal);
        return new RuntimeCode(Bytes(artifact, "deployedBytecode"), places);
    }

    /// <summary>The ABI of a contract as JSON text.</summary>
    public static string AbiOf(string contractName)
    {
        using var artifact = Artifact(contractName);
        return artifact.RootElement.GetProperty("abi").GetRawText();
    }

    private static byte[] Bytes(JsonDocument artifact, string member) => Hex.Decode(artifact.RootElement.GetProperty(member).GetString()!);

    private static JsonDocument Artifact(string contractName)
    {
        using var stream = typeof(ContractCode).Assembly.GetManifestResourceStream($"contracts/{contractName}.json")
            ?? throw new ArgumentException($"There is no contract {contractName} in this build.", nameof(contractName));
        return JsonDocument.Parse(stream);
    }
}
