using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Nodes;

/// <summary>Creation codes of contracts a few instructions long, assembled by hand.</summary>
internal static class Contracts
{
    /// <summary>
    /// Runtime code: LOG1 with the whole calldata as data and its first word as topic, then returns the calldata.
    /// CALLDATASIZE PUSH1 0 PUSH1 0 CALLDATACOPY; PUSH1 0 MLOAD CALLDATASIZE PUSH1 0 LOG1; CALLDATASIZE PUSH1 0 RETURN.
    /// </summary>
    internal static byte[] Echo { get; } = Creation("366000600037600051366000a1366000f3");

    /// <summary>
    /// Runtime code: reverts with the calldata as revert data. CALLDATASIZE PUSH1 0 PUSH1 0 CALLDATACOPY CALLDATASIZE PUSH1 0 REVERT.
    /// </summary>
    internal static byte[] Refuser { get; } = Creation("366000600037366000fd");

    /// <summary>
    /// Runtime code: for the first word n of the calldata, n times LOG1 with the topics n, n - 1, ... 1 and 96 zero bytes of data.
    /// PUSH1 0 CALLDATALOAD; JUMPDEST DUP1 ISZERO PUSH1 0x16 JUMPI; DUP1 PUSH1 0x60 PUSH1 0 LOG1; PUSH1 1 SWAP1 SUB PUSH1 3 JUMP; JUMPDEST STOP.
    /// </summary>
    internal static byte[] Chatterbox { get; } = Creation("6000355b80156016578060606000a1600190036003565b00");

    /// <summary>PUSH1 length PUSH1 offset PUSH1 0 CODECOPY PUSH1 length PUSH1 0 RETURN, then the runtime code.</summary>
    private static byte[] Creation(string runtime)
    {
        var code = Hex.Decode(runtime);
        return [0x60, (byte)code.Length, 0x60, 0x0C, 0x60, 0x00, 0x39, 0x60, (byte)code.Length, 0x60, 0x00, 0xF3, .. code];
    }
}
