using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.TypedData;

/// <summary>
/// A struct type of EIP-712, by its <c>encodeType</c> text, such as <c>Mail(Person from,string contents)Person(string name,address wallet)</c>:
/// the types it refers to follow in alphabetical order. Immutable and thread-safe; keep one for each type.
/// </summary>
public sealed class TypedDataType
{
    private readonly int _fields;

    /// <summary>Throws <see cref="ArgumentException"/> where the text has not the form <c>Name(type name,...)</c>.</summary>
    public TypedDataType(string encodeType)
    {
        ArgumentNullException.ThrowIfNull(encodeType);
        var open = encodeType.IndexOf('(', StringComparison.Ordinal);
        var close = encodeType.IndexOf(')', StringComparison.Ordinal);
        if (open <= 0 || close < open)
        {
            throw new ArgumentException($"'{encodeType}' has not the form 'Name(type name,...)'.", nameof(encodeType));
        }

        var fields = close == open + 1 ? [] : encodeType[(open + 1)..close].Split(',');
        if (!Array.TrueForAll(fields, IsField))
        {
            throw new ArgumentException($"A field of '{encodeType}' is not a type, one blank, and a name.", nameof(encodeType));
        }

        _fields = fields.Length;
        EncodedType = encodeType;
        TypeHash = Keccak256.Hash(Encoding.UTF8.GetBytes(encodeType));
    }

    public string EncodedType { get; }

    /// <summary>keccak256 of <see cref="EncodedType"/>.</summary>
    public Bytes32 TypeHash { get; }

    /// <summary>
    /// hashStruct: keccak256(typeHash || fields). Each field is one word, in the order of the type: values of static types as in the ABI, the
    /// others by <see cref="TypedDataWord"/>, a nested struct by its own hash. Another number of fields throws <see cref="ArgumentException"/>.
    /// </summary>
    public Bytes32 Hash(params ReadOnlySpan<Bytes32> fields)
    {
        if (fields.Length != _fields)
        {
            throw new ArgumentException($"{EncodedType} has {_fields} fields, not {fields.Length}.", nameof(fields));
        }

        var preimage = new byte[(1 + fields.Length) * Bytes32.Length];
        TypeHash.CopyTo(preimage);
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i].CopyTo(preimage.AsSpan((1 + i) * Bytes32.Length));
        }

        return Keccak256.Hash(preimage);
    }

    public override string ToString() => EncodedType;

    private static bool IsField(string field)
    {
        var blank = field.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && blank == field.LastIndexOf(' ') && blank < field.Length - 1;
    }
}
