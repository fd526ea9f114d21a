using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Abi;

namespace Quarantine.Chain.Contracts;

/// <summary>The contracts' custom errors, by the ABI that this build was compiled with. Thread-safe.</summary>
public static class ContractErrors
{
    private static readonly Lazy<FrozenDictionary<FunctionSelector, ContractErrorType>> Types = new(ReadTypes);

    /// <summary>Names a revert's custom error and its arguments; false where it is none of the contracts'.</summary>
    public static bool TryRead(RevertData revert, [NotNullWhen(true)] out ContractError? error)
    {
        ArgumentNullException.ThrowIfNull(revert);
        var bytes = revert.Bytes.Span;
        error = bytes.Length >= FunctionSelector.Length && Types.Value.TryGetValue(new FunctionSelector(bytes[..FunctionSelector.Length]), out var type)
            ? type.Read(bytes[FunctionSelector.Length..])
            : null;
        return error is not null;
    }

    /// <summary>For a person: the error by its name, or whatever can be said of it.</summary>
    public static string Describe(RevertData revert) => TryRead(revert, out var error) ? error.ToString() : revert.ToString();

    private static FrozenDictionary<FunctionSelector, ContractErrorType> ReadTypes()
    {
        var types = new Dictionary<FunctionSelector, ContractErrorType>();
        foreach (var contract in ContractCode.Names)
        {
            using var abi = JsonDocument.Parse(ContractCode.AbiOf(contract));
            foreach (var entry in abi.RootElement.EnumerateArray().Where(entry => entry.GetProperty("type").GetString() == "error"))
            {
                var type = ContractErrorType.Read(entry);
                types[type.Selector] = type;
            }
        }

        return types.ToFrozenDictionary();
    }
}
