using System.Text.Json;
using Quarantine.Chain.Deployment;

namespace Quarantine.Chain.Tests.Contracts;

/// <summary>The ABI of the contracts as the Solidity compiler wrote it.</summary>
internal static class CompiledAbi
{
    /// <summary>Canonical signatures of the entries of a type ("function", "event", "error") of one contract.</summary>
    internal static IReadOnlyList<string> SignaturesOf(string contract, string type) => [.. EntriesOf(contract, type).Select(Signature)];

    internal static IReadOnlyList<JsonElement> EntriesOf(string contract, string type)
    {
        using var abi = JsonDocument.Parse(ContractCode.AbiOf(contract));
        return [.. abi.RootElement.EnumerateArray().Where(entry => entry.GetProperty("type").GetString() == type).Select(entry => entry.Clone())];
    }

    internal static string Signature(JsonElement entry) => $"{entry.GetProperty("name").GetString()}({Types(entry.GetProperty("inputs"))})";

    private static string Types(JsonElement parameters) => string.Join(',', parameters.EnumerateArray().Select(Type));

    private static string Type(JsonElement parameter)
    {
        var type = parameter.GetProperty("type").GetString()!;
        return type.StartsWith("tuple", StringComparison.Ordinal) ? $"({Types(parameter.GetProperty("components"))}){type["tuple".Length..]}" : type;
    }
}
