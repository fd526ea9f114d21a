// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Secp256k1} from "./Secp256k1.sol";

/// @title What a report's ring signature signs, and what its tag is unique within.
/// @dev The chain id is read live: on a fork of the chain, every signature of the other side is another message.
library RingTranscript {
    /// @notice eps: a member has exactly one tag in this scope.
    function scope(bytes32 domain, address policy, bytes32 communityId, uint8 kind, uint64 slot)
        internal
        view
        returns (uint256)
    {
        return uint256(keccak256(abi.encode(domain, block.chainid, policy, communityId, kind, slot))) % Secp256k1.N;
    }

    /// @notice M: eleven words.
    function message(
        bytes32 domain,
        address policy,
        bytes32 communityId,
        bytes32 ringCodeHash,
        uint8 kind,
        uint64 slot,
        bytes32 state,
        address relay,
        uint256 tagX,
        uint8 tagParity
    ) internal view returns (bytes32) {
        return keccak256(
            abi.encode(
                domain,
                block.chainid,
                policy,
                communityId,
                ringCodeHash,
                kind,
                slot,
                state,
                relay,
                tagX,
                tagParity
            )
        );
    }
}
