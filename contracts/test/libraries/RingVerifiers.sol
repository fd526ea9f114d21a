// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReferenceRingSignature} from "../../src/libraries/ReferenceRingSignature.sol";
import {RingSignature} from "../../src/libraries/RingSignature.sol";
import {RingTranscript} from "../../src/libraries/RingTranscript.sol";

/// @title Both verifiers, and the transcript, behind a call, so that tests can give them calldata.
contract RingVerifiers {
    function fast(
        bytes32 message,
        uint256 eps,
        address ring,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) external view returns (bool) {
        return RingSignature.verify(message, eps, ring, c0, tagX, tagParity, z);
    }

    function plain(
        bytes32 message,
        uint256 eps,
        address ring,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) external view returns (bool) {
        return ReferenceRingSignature.verify(message, eps, ring, c0, tagX, tagParity, z);
    }

    /// @dev What follows the verifier in memory and in Solidity's own words must be as it left it.
    function fastKeepsMemory(
        bytes32 message,
        uint256 eps,
        address ring,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) external view returns (bool kept) {
        bytes memory before = abi.encode(message, eps, ring);
        bytes32 digest = keccak256(before);
        uint256 pointer;
        assembly ("memory-safe") {
            pointer := mload(0x40)
        }
        RingSignature.verify(message, eps, ring, c0, tagX, tagParity, z);
        uint256 zero;
        uint256 pointerAfter;
        assembly ("memory-safe") {
            pointerAfter := mload(0x40)
            zero := mload(0x60)
        }
        uint256[] memory empty;
        kept = pointer == pointerAfter && zero == 0 && empty.length == 0 && keccak256(before) == digest;
    }

    function scopeOf(bytes32 domain, address policy, bytes32 communityId, uint8 kind, uint64 slot)
        external
        view
        returns (uint256)
    {
        return RingTranscript.scope(domain, policy, communityId, kind, slot);
    }

    function messageOf(
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
    ) external view returns (bytes32) {
        return RingTranscript.message(
            domain, policy, communityId, ringCodeHash, kind, slot, state, relay, tagX, tagParity
        );
    }
}
