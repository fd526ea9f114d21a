// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../../src/interfaces/IQuarantinePolicy.sol";
import {ContractRelay} from "./ContractRelay.sol";

/// @title Keeps in its code what all its reports share, so that its transactions carry less data than is refunded.
contract CompactRelay is ContractRelay {
    IQuarantinePolicy private immutable _policy;
    bytes32 private immutable _communityId;
    uint64 private immutable _slot;
    bytes32 private immutable _state;
    uint256 private immutable _ringSize;

    constructor(IQuarantinePolicy policy, bytes32 communityId, uint64 slot, bytes32 state, uint256 ringSize) {
        (_policy, _communityId, _slot, _state, _ringSize) = (policy, communityId, slot, state, ringSize);
    }

    /// @dev For each report c0, the tag with its parity in a byte of its own, and the responses; nothing else, no selector.
    fallback() external {
        uint256 length = 65 + 32 * _ringSize;
        for (uint256 start = 0; start < msg.data.length; start += length) {
            uint256[] memory z = new uint256[](_ringSize);
            for (uint256 i = 0; i < z.length; i++) {
                z[i] = uint256(bytes32(msg.data[start + 65 + 32 * i:]));
            }
            _policy.report(
                _communityId,
                0,
                _slot,
                _state,
                0,
                uint256(bytes32(msg.data[start:])),
                uint256(bytes32(msg.data[start + 32:])),
                uint8(msg.data[start + 64]),
                z
            );
        }
    }
}
