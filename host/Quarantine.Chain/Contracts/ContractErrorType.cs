using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>A custom error of an ABI. Arguments are read where all of them are static words; the contracts' own are.</summary>
internal sealed record ContractErrorType(string Name, IReadOnlyList<(string Name, string Type)> Inputs)
{
    public FunctionSelector Selector => FunctionSelector.Of($"{Name}({string.Join(',', Inputs.Select(input => input.Type))})");

    public static ContractErrorType Read(JsonElement entry) => new(
        entry.GetProperty("name").GetString()!,
        [.. entry.GetProperty("inputs").EnumerateArray().Select(input => (input.GetProperty("name").GetString()!, input.GetProperty("type").GetString()!))]);

    public ContractError Read(ReadOnlySpan<byte> encoded)
    {
        var values = AbiReader.TryDecode<Bytes32[]>(encoded, TryReadWords, out var words) ? words : [];
        return new ContractError(Name, [.. values.Select((word, i) => (Inputs[i].Name, Text(word, Inputs[i].Type)))]);
    }

    private bool TryReadWords(ref AbiReader reader, out Bytes32[] words)
    {
        words = new Bytes32[Inputs.Count];
        var ok = true;
        for (var i = 0; i < words.Length; i++)
        {
            ok &= reader.TryReadBytes32(out words[i]);
        }

        return ok;
    }

    private static string Text(Bytes32 word, string type) => type switch
    {
        "address" when Address.TryFromWord(word, out var address) => address.ToString(),
        _ when type.StartsWith("uint", StringComparison.Ordinal) => word.ToBigInteger().ToString(CultureInfo.InvariantCulture),
        _ when type.StartsWith("int", StringComparison.Ordinal) =>
            new BigInteger(word.ToArray(), isBigEndian: true).ToString(CultureInfo.InvariantCulture),
        "bool" => word.IsZero ? "false" : "true",
        _ => word.ToString(),
    };
}
