using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>
/// A contract's code as the compiler made it. A deployment fills in its immutables, each a word at one or more places; everything else stands
/// on the chain as it is here.
/// </summary>
public sealed class RuntimeCode
{
    private readonly byte[] _code;
    private readonly IReadOnlyDictionary<string, int[]> _places;

    /// <param name="code">With zeros where the immutables are filled in.</param>
    /// <param name="places">Offsets of each immutable's words, by its name.</param>
    public RuntimeCode(byte[] code, IReadOnlyDictionary<string, int[]> places)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(places);
        if (places.Values.Any(offsets => offsets.Length == 0 || offsets.Any(offset => offset < 0 || offset > code.Length - Bytes32.Length)))
        {
            throw new ArgumentException("An immutable is a word within the code.", nameof(places));
        }

        (_code, _places) = (code, places);
    }

    /// <summary>
    /// The immutables of a contract by their names; false where <paramref name="deployed"/> differs in any byte that is none of an immutable's,
    /// or holds two values of one immutable.
    /// </summary>
    public bool TryReadImmutables(ReadOnlySpan<byte> deployed, out IReadOnlyDictionary<string, Bytes32> immutables)
    {
        immutables = new Dictionary<string, Bytes32>(StringComparer.Ordinal);
        if (deployed.Length != _code.Length)
        {
            return false;
        }

        var read = new Dictionary<string, Bytes32>(StringComparer.Ordinal);
        foreach (var (name, offsets) in _places)
        {
            read[name] = new Bytes32(deployed.Slice(offsets[0], Bytes32.Length));
        }

        immutables = read;
        return deployed.SequenceEqual(With(read));
    }

    /// <summary>The code that a deployment with these immutables puts on the chain.</summary>
    private byte[] With(Dictionary<string, Bytes32> immutables)
    {
        var code = _code.ToArray();
        foreach (var (name, offsets) in _places)
        {
            Array.ForEach(offsets, offset => immutables[name].CopyTo(code.AsSpan(offset)));
        }

        return code;
    }
}
