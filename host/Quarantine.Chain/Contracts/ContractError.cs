namespace Quarantine.Chain.Contracts;

/// <summary>A contract's refusal.</summary>
/// <param name="Name">The custom error: <c>TagSpent</c>.</param>
/// <param name="Arguments">Names and values; empty where they could not be read.</param>
public sealed record ContractError(string Name, IReadOnlyList<(string Name, string Value)> Arguments)
{
    /// <summary><c>Name(argument: value, ...)</c>.</summary>
    public override string ToString() => $"{Name}({string.Join(", ", Arguments.Select(argument => $"{argument.Name}: {argument.Value}"))})";
}
