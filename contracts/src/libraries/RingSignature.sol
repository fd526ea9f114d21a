// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Secp256k1} from "./Secp256k1.sol";

/// @title The ring signature's verification, measured: the same function as `ReferenceRingSignature.verify`.
/// @dev Two recoveries a member. Whoever verifies must know that `ring` is a registered page: its keys are in range and on
///      the curve, and its code cannot change.
library RingSignature {
    /// @notice Whether (c0, z) is a signature on `message` by a member of the ring, whose tag in scope `eps` is (tagX, parity).
    /// @dev Too little gas for a recovery reverts: otherwise a relay could have a good signature recorded as a bad one.
    function verify(
        bytes32 message,
        uint256 eps,
        address ring,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) internal view returns (bool valid) {
        uint256 order = Secp256k1.N;
        assembly ("memory-safe") {
            let n := z.length
            valid := and(lt(sub(tagX, 1), sub(order, 1)), lt(tagParity, 2))
            valid := and(valid, lt(sub(c0, 1), sub(order, 1)))
            valid := and(valid, lt(sub(n, 1), 64))
            valid := and(valid, eq(extcodesize(ring), add(mul(n, 32), 1)))
            if valid {
                let m := mload(0x40)
                mstore(m, message)
                mstore(add(m, 0xa0), add(27, tagParity))
                mstore(add(m, 0xc0), tagX)
                mstore(0x20, 27)
                let key := add(m, 0x100)
                extcodecopy(ring, key, 1, mul(n, 32))
                calldatacopy(add(m, 0x900), z.offset, mul(n, 32))
                let end := add(key, mul(n, 32))
                let c := c0
                for {} 1 {} {
                    let zi := mload(add(key, 0x800))
                    let ok := and(lt(sub(c, 1), sub(order, 1)), lt(sub(zi, 1), sub(order, 1)))
                    mstore(0x00, addmod(mulmod(zi, eps, order), sub(order, c), order))
                    mstore(0x40, mload(key))
                    mstore(0x60, sub(order, zi))
                    mstore(add(m, 0x60), 0)
                    let enough := staticcall(gas(), 1, 0x00, 0x80, add(m, 0x60), 0x20)
                    ok := and(ok, eq(returndatasize(), 0x20))
                    let point := mload(add(m, 0x60))
                    ok := and(ok, lt(0, point))
                    mstore(add(m, 0x20), shl(96, point))
                    mstore(add(m, 0x80), zi)
                    mstore(add(m, 0xe0), c)
                    mstore(add(m, 0x60), 0)
                    if iszero(and(enough, staticcall(gas(), 1, add(m, 0x80), 0x80, add(m, 0x60), 0x20))) { revert(0, 0) }
                    ok := and(ok, eq(returndatasize(), 0x20))
                    point := mload(add(m, 0x60))
                    ok := and(ok, lt(0, point))
                    mstore(add(m, 0x34), shl(96, point))
                    c := mul(keccak256(m, 72), ok)
                    key := add(key, 0x20)
                    if iszero(lt(key, end)) { break }
                }

                valid := eq(c, c0)
                mstore(0x40, m)
                mstore(0x60, 0)
            }
        }
    }
}
