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
            let top := sub(order, 1)

            // 0 < v < N  <=>  v - 1 < N - 1, the subtraction wrapping for v = 0.
            valid := and(lt(sub(tagX, 1), top), lt(tagParity, 2))
            valid := and(valid, iszero(iszero(n)))
            valid := and(valid, eq(extcodesize(ring), add(mul(n, 32), 1)))

            if valid {
                // From the free pointer on: input of A (4 words), input of B (4 words), transcript (72 bytes), keys.
                let inputA := mload(0x40)
                let inputB := add(inputA, 0x80)
                let transcript := add(inputA, 0x100)
                let keys := add(inputA, 0x160)
                extcodecopy(ring, keys, 1, mul(n, 32))
                mstore(add(inputA, 0x20), 27)
                mstore(add(inputB, 0x20), add(27, tagParity))
                mstore(add(inputB, 0x40), tagX)

                let c := c0
                for { let end := add(keys, mul(n, 32)) let response := z.offset } lt(keys, end) {
                    keys := add(keys, 32)
                    response := add(response, 32)
                } {
                    let zi := calldataload(response)
                    valid := and(lt(sub(c, 1), top), lt(sub(zi, 1), top))
                    if iszero(valid) { break }

                    mstore(inputA, addmod(mulmod(zi, eps, order), sub(order, c), order))
                    mstore(add(inputA, 0x40), mload(keys))
                    mstore(add(inputA, 0x60), sub(order, zi))
                    mstore(inputB, zi)
                    mstore(add(inputB, 0x60), c)

                    // The outputs overlap so that the 72 bytes M || A || B come together without shifting:
                    // B lands at 52..72 (padded from 40), then A at 32..52 (padded from 20), then M at 0..32.
                    mstore(add(transcript, 40), 0)
                    if iszero(staticcall(gas(), 1, inputB, 0x80, add(transcript, 40), 0x20)) { revert(0, 0) }
                    valid := and(eq(returndatasize(), 0x20), iszero(iszero(mload(add(transcript, 40)))))
                    mstore(add(transcript, 20), 0)
                    if iszero(staticcall(gas(), 1, inputA, 0x80, add(transcript, 20), 0x20)) { revert(0, 0) }
                    valid := and(valid, and(eq(returndatasize(), 0x20), iszero(iszero(mload(add(transcript, 20))))))
                    if iszero(valid) { break }
                    mstore(transcript, message)
                    c := keccak256(transcript, 72)
                }
                valid := and(valid, eq(c, c0))
            }
        }
    }
}
