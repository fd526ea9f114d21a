using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>Creation code of the contracts, as the compiler made it for this build.</summary>
public static class ContractCode
{
    /// <summary>The contracts of this build.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["CommunityRegistry", "GeneralQuarantine", "ModerateQuarantine", "StrongQuarantine", "EmergencyBoard"];

    /// <summary>The creation code of a contract by its name, without constructor arguments.</summary>
    public static byte[] Of(string contractName)
    {
        using var artifact = Artifact(contractName);
        return Hex.Decode(artifact.RootElement.GetProperty("bytecode").GetString()!);
    }

    /// <summary>The ABI of a contract as JSON text.</summary>
    public static string AbiOf(string contractName)
    {
        using var artifact = Artifact(contractName);
        return artifact.RootElement.GetProperty("abi").GetRawText();
    }

    private static JsonDocument Artifact(string contractName)
    {
        using var stream = typeof(ContractCode).Assembly.GetManifestResourceStream($"contracts/{contractName}.json")
            ?? throw new ArgumentException($"There is no contract {contractName} in this build.", nameof(contractName));
        return JsonDocument.Parse(stream);
    }
}
