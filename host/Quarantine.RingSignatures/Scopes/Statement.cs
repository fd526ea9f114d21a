using Quarantine.Ethereum.Primitives;

namespace Quarantine.RingSignatures.Scopes;

/// <summary>What a member of a ring states: a state, within a scope, to be submitted by one relay.</summary>
/// <param name="Scope">Where and when the state holds.</param>
/// <param name="State">The packed interval summary.</param>
/// <param name="Relay">The only account that may submit it: a signature that another one saw is of no use to it.</param>
public sealed record Statement(Scope Scope, Bytes32 State, Address Relay)
{
    public Scope Scope { get; init => field = Required(value); } = Required(Scope);

    private static Scope Required(Scope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope;
    }
}
