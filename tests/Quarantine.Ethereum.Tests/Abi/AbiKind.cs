namespace Quarantine.Ethereum.Tests.Abi;

internal enum AbiKind
{
    UInt,
    Int,
    Address,
    Bool,
    FixedBytes,
    Bytes,
    Text,
    Array,
    FixedArray,
    Tuple,
}
